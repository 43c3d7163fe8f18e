import type { PageWindow } from './page-tools.ts';

/** Adds what improves the layout of the page. Runs in the page. */
export function installImprovements(): void {
  const tools = (window as unknown as PageWindow).colophonTools;
  const { options, blanks, sections } = tools;

  /**
   * Paragraphs of up to three lines: Chrome would leave a line of them alone on a page, since
   * two lines before and two after the break are more than they have.
   */
  const shortParagraphs = (): Element[] =>
    [...document.querySelectorAll('p:not(.kept-whole)')].filter((paragraph) => {
      const height = [...paragraph.getClientRects()].reduce((sum, rect) => sum + rect.height, 0);
      return height < 3.5 * Number.parseFloat(getComputedStyle(paragraph).lineHeight);
    });

  /** Tables that do not fit though words may break in their cells. */
  const wideTables = (): Element[] =>
    [...document.querySelectorAll('table:not(.squeezed)')].filter(
      (table) => table.getBoundingClientRect().width > options.textWidth + 1,
    );

  const balanceOpenings = (starts: ReadonlyArray<number>): void => {
    let shift = 0;
    options.sections.forEach((section, index) => {
      const element = sections[index];
      if (!element || section.opens !== 'right') return;
      if (((starts[index] ?? 0) + shift) % 2 === 0) return;
      const present = blanks.get(element);
      if (present !== undefined) {
        present.remove();
        blanks.delete(element);
        shift--;
        return;
      }
      const blank = document.createElement('div');
      blank.className = 'blank-page';
      element.before(blank);
      blanks.set(element, blank);
      shift++;
    });
  };

  /**
   * Short paragraphs stay whole, tables that are too wide are squeezed, every section that must
   * open on the right gets an empty page before it exactly where it needs one. Whether the page
   * was laid out too wide.
   */
  tools.improve = (): boolean => {
    // Reading a position after a change lays the whole book out again: so everything is read first.
    const { starts } = tools.layout();
    const short = shortParagraphs();
    const wide = wideTables();
    for (const paragraph of short) paragraph.classList.add('kept-whole');
    for (const table of wide) table.classList.add('squeezed');
    balanceOpenings(starts);
    return wide.length > 0;
  };
}
