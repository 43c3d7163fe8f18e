/**
 * Paragraphs of up to three lines: Chrome would leave a line of them alone on a page, since
 * two lines before and two after the break are more than they have.
 */
export function shortParagraphs(): Element[] {
  // Each change of the document is told to every range there is: so there is one for all paragraphs.
  const range = document.createRange();
  return [...document.querySelectorAll('p:not(.kept-whole)')].filter(
    (paragraph) => linesOf(paragraph, range) <= 3,
  );
}

function linesOf(paragraph: Element, range: Range): number {
  const lineHeight = Number.parseFloat(getComputedStyle(paragraph).lineHeight);
  const parts = [...paragraph.getClientRects()];
  if (parts.length < 2) return Math.floor((parts[0]?.height ?? 0) / lineHeight + 0.2);
  range.selectNodeContents(paragraph);
  const text = [...range.getClientRects()];
  return parts.reduce((sum, part) => sum + linesIn(part, text, lineHeight), 0);
}

/** Lines in a part of a paragraph, not counting what is left empty below them at the foot of a page. */
function linesIn(part: DOMRect, text: ReadonlyArray<DOMRect>, lineHeight: number): number {
  // Letters may reach beyond their line, and so into the next page.
  const bottoms = text.flatMap(({ top, bottom }) => {
    const middle = (top + bottom) / 2;
    return middle > part.top && middle < part.bottom ? [bottom] : [];
  });
  return Math.round((Math.min(part.bottom, Math.max(...bottoms)) - part.top) / lineHeight);
}
