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
 */
export function readLayout(
  sections: ReadonlyArray<HTMLElement | null>,
  firstBody: number,
  blanks: ReadonlyArray<HTMLElement>,
  end: Element,
  digits?: string,
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
    labels: pageLabels(tops.length, firstBody < 0 ? 0 : (starts[firstBody] ?? 0), digits),
    blanks: new Set(blanks.map(pageOf)),
  };
}

/** The first part of an element that is divided between lines, columns or pages. */
export function firstRect(element: Element): DOMRect {
  return element.getClientRects()[0] ?? element.getBoundingClientRect();
}
