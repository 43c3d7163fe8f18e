import type { PageWindow } from './page-tools.ts';

/** Adds what improves the layout of the page. Runs in the page. */
export function installImprovements(): void {
  const tools = (window as unknown as PageWindow).colophonTools;
  const { options } = tools;

  /**
   * Paragraphs of up to three lines: Chrome would leave a line of them alone on a page, since
   * two lines before and two after the break are more than they have. What is left empty below
   * their lines at the foot of a page is no line.
   */
  const shortParagraphs = (): Element[] =>
    [...document.querySelectorAll('p:not(.kept-whole)')].filter((paragraph) => {
      const lineHeight = Number.parseFloat(getComputedStyle(paragraph).lineHeight);
      const linesIn = ({ height }: DOMRect): number => Math.floor(height / lineHeight + 0.2);
      return [...paragraph.getClientRects()].reduce((sum, rect) => sum + linesIn(rect), 0) <= 3;
    });

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
