import type { PageState } from './page-state.ts';
import type { AnchorPlace, PaginationOptions, PaginationResult } from './pagination.ts';

/**
 * What runs inside the page. The function is sent to the browser as its source, so it must not
 * refer to anything outside itself.
 *
 * Chrome calls a `matchMedia('print')` change listener while `page.pdf()` holds the paginated
 * layout: there `document.documentElement.getClientRects()` has one rectangle per page, and
 * changes made to the document are laid out again before anything is painted. The number of
 * pages, though, is fixed before the listener: so the first print (of page 1 only) fills in
 * what depends on pages, and the second prints the result and proves that nothing moved.
 */

/** Installs the listener; to be called once, after the fonts have loaded. */
export function installPagination(options: PaginationOptions): void {
  const state = window as unknown as PageState;
  const furniture = document.createElement('style');
  document.head.append(furniture);
  const identified = [...document.querySelectorAll('[id]')];
  const numbered = [...document.querySelectorAll<HTMLElement>('[data-page-of]')];
  const numberTargets = numbered.map((element) => document.getElementById(element.dataset['pageOf'] ?? ''));
  const sectionElements = options.sections.map((section) => document.getElementById(section.id));
  const blanks = new Map<Element, HTMLElement>();

  const roman = (value: number): string => {
    const digits: Array<[number, string]> = [
      [1000, 'm'],
      [900, 'cm'],
      [500, 'd'],
      [400, 'cd'],
      [100, 'c'],
      [90, 'xc'],
      [50, 'l'],
      [40, 'xl'],
      [10, 'x'],
      [9, 'ix'],
      [5, 'v'],
      [4, 'iv'],
      [1, 'i'],
    ];
    let rest = value;
    let text = '';
    for (const [worth, digit] of digits) {
      while (rest >= worth) {
        text += digit;
        rest -= worth;
      }
    }
    return text;
  };

  const pageTops = (): number[] => [...document.documentElement.getClientRects()].map((rect) => rect.top);

  /** The page a vertical position lies on: the last one that begins at or above it. */
  const pageAt = (tops: number[], y: number): number => {
    let low = 0;
    let high = tops.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((tops[middle] ?? 0) <= y + 0.01) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  const pageOf = (tops: number[], element: Element | null): number =>
    element === null ? 0 : pageAt(tops, (element.getClientRects()[0] ?? element.getBoundingClientRect()).top);

  // Reading a position after a change lays the whole book out again: so everything is read first.
  const sectionStarts = (tops: number[]): number[] => sectionElements.map((element) => pageOf(tops, element));

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

  /**
   * Improves the layout: short paragraphs stay whole, tables that are too wide are squeezed,
   * every section that must open on the right gets an empty page before it exactly where it
   * needs one. Whether the page was laid out too wide.
   */
  const improve = (): boolean => {
    const starts = sectionStarts(pageTops());
    const short = shortParagraphs();
    const wide = wideTables();
    for (const paragraph of short) paragraph.classList.add('kept-whole');
    for (const table of wide) table.classList.add('squeezed');
    let shift = 0;
    options.sections.forEach((section, index) => {
      const element = sectionElements[index];
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
    return wide.length > 0;
  };

  const openOnTheRight = (starts: ReadonlyArray<number>): boolean =>
    options.sections.every((section, index) => section.opens !== 'right' || (starts[index] ?? 0) % 2 === 0);

  const measure = (): {
    tops: number[];
    starts: number[];
    labels: string[];
    /** The label each element with a page number must show. */
    numbers: string[];
    blankPages: Set<number>;
  } => {
    const tops = pageTops();
    const starts = sectionStarts(tops);
    const bodyIndex = options.sections.findIndex((section) => section.id === options.firstBody);
    const firstArabic = bodyIndex < 0 ? 0 : (starts[bodyIndex] ?? 0);
    const labels = tops.map((_, page) =>
      page < firstArabic ? roman(page + 1) : String(page - firstArabic + 1),
    );
    const numbers = numberTargets.map((target) =>
      target === null ? '' : (labels[pageOf(tops, target)] ?? ''),
    );
    return {
      tops,
      starts,
      labels,
      numbers,
      blankPages: new Set([...blanks.values()].map((blank) => pageOf(tops, blank))),
    };
  };

  /** Writes the page numbers into the text; whether any changed. */
  const fillNumbers = ({ numbers }: ReturnType<typeof measure>): boolean => {
    let changed = false;
    numbered.forEach((element, index) => {
      if (element.textContent === numbers[index]) return;
      element.textContent = numbers[index] ?? '';
      changed = true;
    });
    return changed;
  };

  /** Writes heads and folios, which stand in the margins and move nothing. */
  const fillMargins = ({ tops, starts, labels, blankPages }: ReturnType<typeof measure>): void => {
    const heads: string[] = [];
    const folios: string[] = [];
    const dropFolios: string[] = [];
    let current = -1;
    for (let page = 0; page < tops.length; page++) {
      while (current + 1 < starts.length && (starts[current + 1] ?? 0) <= page) current++;
      const section = options.sections[current];
      const bare = section === undefined || section.furniture === 'none' || blankPages.has(page);
      const opening = starts[current] === page;
      const label = labels[page] ?? '';
      heads.push(bare || opening ? '' : page % 2 === 1 ? options.bookHead : section.head);
      folios.push(bare || opening ? '' : label);
      dropFolios.push(bare || !opening ? '' : label);
    }
    // Beyond the last symbol Chrome prints decimal numbers, so an empty one is repeated for good measure.
    const style = (name: string, symbols: string[]): string =>
      `@counter-style ${name} { system: fixed; symbols: ${[...symbols, ...Array<string>(8).fill('')]
        .map(
          (symbol) => `"${symbol.replace(/["\\\n]/g, (c) => `\\${(c.codePointAt(0) ?? 0).toString(16)} `)}"`,
        )
        .join(' ')}; suffix: ""; }`;
    const css = [
      style('colophon-head', heads),
      style('colophon-folio', folios),
      style('colophon-drop-folio', dropFolios),
    ].join('\n');
    if (furniture.textContent !== css) furniture.textContent = css;
  };

  const anchorPlaces = (tops: number[]): AnchorPlace[] => {
    const lefts = [...document.documentElement.getClientRects()].map((rect) => rect.left);
    return identified.map((element) => {
      const rect = element.getClientRects()[0] ?? element.getBoundingClientRect();
      const page = pageAt(tops, rect.top);
      return { id: element.id, page, x: rect.left - (lefts[page] ?? 0), y: rect.top - (tops[page] ?? 0) };
    });
  };

  /**
   * Anything wider than the text area makes Chrome lay the whole book out on a wider page and
   * shrink it, without a word: then the text is set back to its width, so that only what
   * really does not fit sticks out. Of nested elements the innermost is to blame.
   */
  const overflowing = (): number[] => {
    const area = document.documentElement.getBoundingClientRect();
    const widened = area.width > options.textWidth + 1;
    if (widened) document.body.style.width = `${options.textWidth}px`;
    const edge = area.left + options.textWidth + 1;
    const wide = [...document.querySelectorAll<HTMLElement>('[data-block]')].filter((element) => {
      if (element.getBoundingClientRect().right > edge) return true;
      return element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1;
    });
    const culprits = wide.filter(
      (element) => !wide.some((other) => other !== element && element.contains(other)),
    );
    if (widened && culprits.length === 0) throw new Error('something is wider than the text area');
    return culprits.map((element) => Number(element.dataset['block']));
  };

  const paginate = (): PaginationResult => {
    let rounds = 0;
    let settled = false;
    let widened = false;
    let measured: ReturnType<typeof measure>;
    do {
      rounds++;
      if (!state.colophonFrozen && improve()) widened = true;
      measured = measure();
      settled = !fillNumbers(measured) && openOnTheRight(measured.starts);
    } while (!settled && rounds < 8);
    fillMargins(measured);
    const { tops, labels, blankPages } = measured;
    return {
      pages: labels.map((label, page) => ({ label, blank: blankPages.has(page) })),
      anchors: anchorPlaces(tops),
      overflowing: overflowing(),
      widened,
      rounds: settled ? rounds : 0,
    };
  };

  matchMedia('print').addEventListener('change', (event) => {
    if (!event.matches) return;
    try {
      state.colophonResult = paginate();
    } catch (error) {
      state.colophonError = String(error);
    }
  });
}
