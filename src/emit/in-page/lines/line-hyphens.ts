import type { Paragraph } from './paragraphs.ts';

/** A soft hyphen, and whether a line ends with it. */
interface SoftHyphen {
  readonly node: Text;
  readonly at: number;
  readonly ends: boolean;
}

/** A hyphen that was put in. */
interface PutHyphen {
  readonly paragraph: Paragraph;
  readonly node: Text;
  readonly at: number;
}

/**
 * Makes hyphens of the soft hyphens that end lines, and takes out those that Chrome had no need of:
 * readers who copy or search text would else find them.
 *
 * @returns what finds, in the layout that then is, the paragraphs in which a hyphen stands inside a line
 */
export function settleHyphens(paragraphs: ReadonlyArray<Paragraph>): () => Set<Element> {
  const range = document.createRange();
  const found = paragraphs.flatMap((paragraph) =>
    softHyphens(paragraph, range).map((hyphen) => ({ ...hyphen, paragraph })),
  );
  // From the last to the first: those before a change stay where they are.
  for (const { node, at, ends } of found.toReversed())
    if (ends) replaceHyphen(node, at, '\u2010');
    else joinWord(node, at);
  const put = putHyphens(found);
  return () => new Set(put.filter((each) => isStray(each, range)).map(({ paragraph }) => paragraph.element));
}

/** Those that became hyphens, each where it stands since others before it in its text were taken out. */
function putHyphens(found: ReadonlyArray<SoftHyphen & { readonly paragraph: Paragraph }>): PutHyphen[] {
  let text: Text | undefined;
  let dropped = 0;
  return found.flatMap(({ node, at, ends, paragraph }) => {
    if (node !== text) dropped = 0;
    text = node;
    if (!ends) dropped++;
    return ends ? [{ paragraph, node, at: at - dropped }] : [];
  });
}

/** Whether the hyphen is missing, or a letter follows it in its line. */
function isStray({ paragraph, node, at }: PutHyphen, range: Range): boolean {
  if (node.data[at] !== '\u2010') return true;
  return !isApart(topOf(range, node, at), topBehind(range, node, at), paragraph.lineHeight);
}

/**
 * Takes out a soft hyphen that ends no line. Where its word goes on in what is kept together beside it,
 * the word is put together again: a ligature over the edge of two texts has the letters of the first
 * alone in the PDF.
 */
function joinWord(node: Text, at: number): void {
  const next = at === node.data.length - 1 ? textBeside(node, 'nextSibling') : undefined;
  const [rest = ''] = /^[\p{L}\p{M}\p{N}]+/u.exec(next?.data ?? '') ?? [];
  next?.deleteData(0, rest.length);
  replaceHyphen(node, at, rest);
}

/**
 * Where a text changes, Chrome shapes anew as much of this text as may look otherwise and keeps what it knows
 * of the texts beside it: of a ligature over the edge of both, the letters of one are lost. So a text whose
 * word may go on in another is emptied first: then it has no layout, and all of its paragraph is shaped anew.
 */
function replaceHyphen(node: Text, at: number, by: string): void {
  const [before, after] = [node.data.slice(0, at), node.data.slice(at + 1)];
  if (/\s/.test(before) && /\s/.test(after)) {
    node.replaceData(at, 1, by);
    return;
  }
  node.data = '';
  node.data = before + by + after;
}

/** The texts with soft hyphens of their author's, before any are put in to set lines. */
export function hyphenatedTexts(): Text[] {
  return document.body.textContent.includes('\u00AD')
    ? textsIn(document.body).filter(({ data }) => data.includes('\u00AD'))
    : [];
}

/** Takes the soft hyphens out of texts whose lines Chrome has broken, but for those that end a line. */
export function dropIdleHyphens(texts: ReadonlyArray<Text>): void {
  const range = document.createRange();
  const found = texts.flatMap((node) => {
    const { parentElement } = node;
    // Turned lines run up the page.
    if (parentElement === null || parentElement.closest('.sideways') !== null) return [];
    return hyphensOf(node, Number.parseFloat(getComputedStyle(parentElement).lineHeight), range);
  });
  for (const { node, at, ends } of found.toReversed()) if (!ends) replaceHyphen(node, at, '');
}

function softHyphens({ element, lineHeight }: Paragraph, range: Range): SoftHyphen[] {
  return textsIn(element).flatMap((node) => hyphensOf(node, lineHeight, range));
}

function textsIn(element: Element): Text[] {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (node instanceof Text) texts.push(node);
  return texts;
}

function hyphensOf(node: Text, lineHeight: number, range: Range): SoftHyphen[] {
  return [...node.data.matchAll(/\u00AD/g)].map(({ index }) => {
    const before =
      index > 0 ? topOf(range, node, index - 1) : topOf(range, textBeside(node, 'previousSibling'), -1);
    return { node, at: index, ends: isApart(before, topBehind(range, node, index), lineHeight) };
  });
}

/** Whether characters stand in lines of their own; columns begin further up than the last one ended. */
function isApart(before: number, after: number, lineHeight: number): boolean {
  return Math.abs(after - before) > lineHeight / 2;
}

/** Where the character behind a place in a text stands. */
function topBehind(range: Range, node: Text, at: number): number {
  return at + 1 < node.data.length
    ? topOf(range, node, at + 1)
    : topOf(range, textBeside(node, 'nextSibling'), 0);
}

/** The text beside a text of the same line, be it in another element. */
function textBeside(node: Text, side: 'nextSibling' | 'previousSibling'): Text | undefined {
  let at: Node = node;
  while (at[side] === null) {
    const parent: HTMLElement | null = at.parentElement;
    if (parent === null || getComputedStyle(parent).display !== 'inline') return undefined;
    at = parent;
  }
  let beside: Node | null = at[side];
  while (beside instanceof Element) beside = side === 'nextSibling' ? beside.firstChild : beside.lastChild;
  if (!(beside instanceof Text)) return undefined;
  return beside.data === '' ? textBeside(beside, side) : beside;
}

/** Where the character there stands; -1 is the last one. */
function topOf(range: Range, node: Text | undefined, at: number): number {
  const start = at < 0 ? (node?.data.length ?? 0) + at : at;
  if (node === undefined || start < 0) return Number.NaN;
  range.setStart(node, start);
  range.setEnd(node, start + 1);
  // What begins a line also has a rectangle without width at the end of the line before.
  return [...range.getClientRects()].at(-1)?.top ?? Number.NaN;
}
