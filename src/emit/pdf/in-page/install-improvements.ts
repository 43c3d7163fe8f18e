import type { PageWindow } from './page-tools.ts';

/** Adds what improves the layout of the page. Runs in the page. */
export function installImprovements(): void {
  const tools = (window as unknown as PageWindow).colophonTools;
  const { options } = tools;

  /** Lines in a part of a paragraph, not counting what is left empty below them at the foot of a page. */
  const linesIn = (part: DOMRect, text: ReadonlyArray<DOMRect>, lineHeight: number): number => {
    // Letters may reach beyond their line, and so into the next page.
    const bottoms = text.flatMap(({ top, bottom }) => {
      const middle = (top + bottom) / 2;
      return middle > part.top && middle < part.bottom ? [bottom] : [];
    });
    return Math.round((Math.min(part.bottom, Math.max(...bottoms)) - part.top) / lineHeight);
  };

  const linesOf = (paragraph: Element): number => {
    const lineHeight = Number.parseFloat(getComputedStyle(paragraph).lineHeight);
    const parts = [...paragraph.getClientRects()];
    if (parts.length < 2) return Math.floor((parts[0]?.height ?? 0) / lineHeight + 0.2);
    const range = document.createRange();
    range.selectNodeContents(paragraph);
    const text = [...range.getClientRects()];
    return parts.reduce((sum, part) => sum + linesIn(part, text, lineHeight), 0);
  };

  /**
   * Paragraphs of up to three lines: Chrome would leave a line of them alone on a page, since
   * two lines before and two after the break are more than they have.
   */
  const shortParagraphs = (): Element[] =>
    [...document.querySelectorAll('p:not(.kept-whole)')].filter((paragraph) => linesOf(paragraph) <= 3);

  /**
   * Tables that do not fit as long as their words stay whole. On pages laid out too wide every
   * table that fills its lines would seem to be one, so the text is set back to its width.
   */
  const wideTables = (): Element[] => {
    const { width } = document.documentElement.getBoundingClientRect();
    document.body.style.width = width > options.textWidth + 1 ? `${options.textWidth}px` : '';
    return [...document.querySelectorAll('table:not(.squeezed)')].filter(
      (table) => table.getBoundingClientRect().width > options.textWidth + 1,
    );
  };

  /**
   * Short paragraphs stay whole, tables that are too wide are squeezed, empty pages are put in
   * exactly where they are needed. Whether the page was laid out too wide.
   */
  tools.improve = (): boolean => {
    // Reading a position after a change lays the whole book out again: so everything is read first.
    const layout = tools.layout();
    const short = shortParagraphs();
    const wide = wideTables();
    const setMisfits = tools.findMisfits();
    const markOversized = tools.findOversized();
    for (const paragraph of short) paragraph.classList.add('kept-whole');
    for (const table of wide) table.classList.add('squeezed');
    markOversized();
    setMisfits();
    tools.insertBlanks(layout);
    return wide.length > 0;
  };
}
