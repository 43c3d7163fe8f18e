import type { Paragraph } from './paragraphs.ts';

/** A soft hyphen, and whether a line ends with it. */
interface SoftHyphen {
  readonly node: Text;
  readonly at: number;
  readonly ends: boolean;
}

/**
 * Makes hyphens of the soft hyphens that end lines, and takes out those that Chrome had no need of:
 * readers who copy or search text would else find them.
 */
export function settleHyphens(paragraphs: ReadonlyArray<Paragraph>): void {
  const range = document.createRange();
  const found = paragraphs.flatMap((paragraph) => softHyphens(paragraph, range));
  // From the last to the first: those before a change stay where they are.
  for (const { node, at, ends } of found.toReversed())
    if (ends) replaceHyphen(node, at, '\u2010');
    else joinWord(node, at);
}

/**
 * Takes out a soft hyphen that ends no line. Where its word goes on in what is kept together beside it,
 * the word is put together again: a ligature over the edge of two texts has the letters of the first
 * alone in the PDF.
 */
function joinWord(node: Text, at: number): void {
  const next = at === node.data.length - 1 ? textIn(node.nextSibling) : undefined;
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
    const before = index > 0 ? topOf(range, node, index - 1) : topOf(range, textIn(node.previousSibling), -1);
    const after =
      index + 1 < node.data.length
        ? topOf(range, node, index + 1)
        : topOf(range, textIn(node.nextSibling), 0);
    return { node, at: index, ends: after - before > lineHeight / 2 };
  });
}
/** The text of what is kept together beside a soft hyphen. */
function textIn(sibling: Node | null): Text | undefined {
  const text = sibling instanceof Text ? sibling : sibling?.firstChild;
  return text instanceof Text ? text : undefined;
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
