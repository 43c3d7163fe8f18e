import { isApart, replaceHyphen, textBeside, topBehind, topOf } from './hyphen-places.ts';

/** A soft hyphen, and whether a line ends with it. */
interface SoftHyphen {
  readonly node: Text;
  readonly at: number;
  readonly ends: boolean;
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
