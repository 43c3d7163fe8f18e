import type { PageHole } from '../../pdf/page/pagination.ts';
import type { Layout } from '../layout/layout.ts';

const blocksOfText = 'p, li, dd, pre, table, figure, blockquote, div';

/** In lines: what is left free below is called a hole from there on. */
const leastLines = 3;

/**
 * The pages within sections that end more than three lines before their foot, and what comes next: it had no room there.
 *
 * @param blocks with their `data-block` numbers, in the order of the document
 * @param furniture what else stands on pages: notes at their foot, what floats to their head
 */
export function holes(
  blocks: ReadonlyArray<Element>,
  furniture: Iterable<Element>,
  { tops, pageAt, starts, blanks }: Pick<Layout, 'tops' | 'pageAt' | 'starts' | 'blanks'>,
): PageHole[] {
  const height = document.documentElement.getClientRects()[0]?.height ?? 0;
  const lineHeight = Number.parseFloat(getComputedStyle(document.body).lineHeight);
  const bottoms = new Map<number, number>();
  const next = new Map<number, Element>();
  const range = document.createRange();
  const lower = (rect: DOMRect): void => {
    const page = pageAt(rect);
    bottoms.set(page, Math.max(bottoms.get(page) ?? 0, rect.bottom - (tops[page] ?? 0)));
  };
  const note = (element: Element, begins: boolean): void => {
    const rects = [...element.getClientRects()].filter((rect) => rect.height > 0);
    const [first, last] = [rects[0], rects.at(-1)];
    if (first === undefined || last === undefined) return;
    // Of what begins on a page the outermost comes first.
    if (begins && !next.has(pageAt(first))) next.set(pageAt(first), element);
    lower(last);
    // The parts of what is divided reach to the foot of their pages, whatever they hold.
    if (rects.length === 1 || element.querySelector(blocksOfText) !== null) return;
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      range.selectNodeContents(text);
      for (const rect of range.getClientRects()) if (rect.height > 0) lower(rect);
    }
  };
  for (const block of blocks) note(block, true);
  for (const element of furniture) note(element, false);
  const ends = new Set([...starts.map((start) => start - 1), tops.length - 1]);
  return [...bottoms].flatMap(([page, bottom]) => {
    const lines = Math.floor((height - bottom) / lineHeight);
    const cause = next.get(page + 1);
    const isWithin = !ends.has(page) && !blanks.has(page) && !blanks.has(page + 1);
    if (lines <= leastLines || !isWithin || cause === undefined) return [];
    return [{ page, lines, block: Number(cause.getAttribute('data-block')), kind: cause.localName }];
  });
}
