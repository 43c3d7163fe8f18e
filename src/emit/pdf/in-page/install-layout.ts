import type { AnchorPlace, PaginationOptions } from '../page/pagination.ts';
import type { Layout, PageTools, PageWindow } from './page-tools.ts';

/** Begins the tools of the page with those that measure it. Runs in the page. */
export function installLayout(options: PaginationOptions): void {
  const blanks = new Map<Element, HTMLElement>();
  const endBlanks: HTMLElement[] = [];
  const sections = options.sections.map(({ id }) => document.getElementById(id));
  const identified = [...document.querySelectorAll('[id]')];
  const bodyIndex = options.sections.findIndex((section) => section.id === options.firstBody);

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

  const firstRect = (element: Element): DOMRect =>
    element.getClientRects()[0] ?? element.getBoundingClientRect();

  const layout = (): Layout => {
    const tops = [...document.documentElement.getClientRects()].map((rect) => rect.top);
    /** The last page that begins at or above a rectangle's top, or a little below it. */
    const pageAt = (rect: DOMRect): number => {
      // Raised signs stick out of the first line of a page: they are asked for by their middle.
      const y = rect.top + Math.min(rect.height / 2, 8) + 0.01;
      let low = 0;
      let high = tops.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((tops[middle] ?? 0) <= y) low = middle;
        else high = middle - 1;
      }
      return low;
    };
    const pageOf = (element: Element | null): number => (element === null ? 0 : pageAt(firstRect(element)));
    const starts = sections.map(pageOf);
    const firstArabic = bodyIndex < 0 ? 0 : (starts[bodyIndex] ?? 0);
    return {
      tops,
      pageAt,
      pageOf,
      starts,
      labels: tops.map((_, page) => (page < firstArabic ? roman(page + 1) : String(page - firstArabic + 1))),
      blanks: new Set([...blanks.values(), ...endBlanks].map(pageOf)),
    };
  };

  const anchors = ({ tops, pageAt }: Layout): AnchorPlace[] => {
    const lefts = [...document.documentElement.getClientRects()].map((rect) => rect.left);
    return identified.map((element) => {
      const rect = firstRect(element);
      const page = pageAt(rect);
      return { id: element.id, page, x: rect.left - (lefts[page] ?? 0), y: rect.top - (tops[page] ?? 0) };
    });
  };

  const tools: Partial<PageTools> = { options, blanks, endBlanks, sections, layout, anchors };
  // The other functions add theirs.
  (window as unknown as PageWindow).colophonTools = tools as PageTools;
}
