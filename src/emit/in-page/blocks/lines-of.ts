/**
 * How many lines of its own height a block of text has, on all its pages.
 *
 * @param parts its rectangles, without what floats in them
 */
export function linesOf(
  block: Element,
  range: Range,
  parts: ReadonlyArray<DOMRect> = [...block.getClientRects()],
): number {
  const lineHeight = Number.parseFloat(getComputedStyle(block).lineHeight);
  if (parts.length < 2) return Math.floor((parts[0]?.height ?? 0) / lineHeight + 0.2);
  range.selectNodeContents(block);
  const text = [...range.getClientRects()];
  return parts.reduce((sum, part) => sum + linesIn(part, text, lineHeight), 0);
}

/**
 * Lines in a part of a block, not counting what is left empty below them at the foot of a page.
 *
 * @param text the rectangles of its text on all pages
 */
function linesIn(part: DOMRect, text: ReadonlyArray<DOMRect>, lineHeight: number): number {
  // Letters may reach beyond their line, and so into the next page.
  const bottoms = text.flatMap(({ top, bottom }) => {
    const middle = (top + bottom) / 2;
    return middle > part.top && middle < part.bottom ? [bottom] : [];
  });
  return Math.round((Math.min(part.bottom, Math.max(...bottoms)) - part.top) / lineHeight);
}
