import type { Excerpt } from '../../pdf/page/pagination.ts';
import { pageAt } from './page-at.ts';
import { pageLabels } from './page-labels.ts';

/** The print layout as it is now: to be read anew after every change. */
export interface Layout {
  /** Where each page begins, from the top, in CSS pixels. */
  readonly tops: ReadonlyArray<number>;
  /** Index of the page a rectangle lies on, or begins on. */
  readonly pageAt: (rect: DOMRect) => number;
  readonly pageOf: (element: Element | null) => number;
  /** Index of the page on which each section begins. */
  readonly starts: ReadonlyArray<number>;
  /** What each page is called. */
  readonly labels: ReadonlyArray<string>;
  /** Indexes of the empty pages. */
  readonly blanks: ReadonlySet<number>;
}

/**
 * Measures the layout.
 *
 * @param sections element of each section, in order
 * @param firstBody index of the section where arabic numbering begins; -1 where all of it is arabic
 * @param blanks the empty pages put in
 * @param end what begins the page behind the last
 * @param digits those of arabic numbers, from zero
 * @param excerpt what stands around; absent: nothing
 */
export function readLayout(
  sections: ReadonlyArray<HTMLElement | null>,
  firstBody: number,
  blanks: ReadonlyArray<HTMLElement>,
  end: Element,
  digits?: string,
  excerpt?: Excerpt,
): Layout {
  const all = [...document.documentElement.getClientRects()].map((rect) => rect.top);
  const tops = all.slice(0, pageAt(all, firstRect(end)));
  const pageOf = (element: Element | null): number =>
    element === null ? 0 : pageAt(tops, firstRect(element));
  const starts = sections.map(pageOf);
  return {
    tops,
    pageAt: (rect) => pageAt(tops, rect),
    pageOf,
    starts,
    labels:
      excerpt === undefined
        ? pageLabels(tops.length, firstBody < 0 ? 0 : (starts[firstBody] ?? 0), digits)
        : excerptLabels(tops.length, excerpt, digits),
    blanks: new Set(blanks.map(pageOf)),
  };
}

/** What the pages of an excerpt are called in the book, also the one that may be printed before it. */
function excerptLabels(pages: number, { pagesBefore, firstArabic }: Excerpt, digits?: string): string[] {
  const before = pagesBefore - (pagesBefore % 2);
  return pageLabels(before + pages, firstArabic, digits).slice(before);
}

/** The first part of an element that is divided between lines, columns or pages. */
export function firstRect(element: Element): DOMRect {
  return element.getClientRects()[0] ?? element.getBoundingClientRect();
}
