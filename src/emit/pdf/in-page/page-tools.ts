import type { AnchorPlace, PaginationOptions } from '../pagination.ts';

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
  readonly blanks: ReadonlySet<number>;
}

/**
 * The functions sent to the page, where they know each other by this object alone: each is
 * sent as its source, so none may refer to anything outside itself.
 */
export interface PageTools {
  readonly options: PaginationOptions;
  /** The empty pages before sections that open on the right, by section. */
  readonly blanks: Map<Element, HTMLElement>;
  /** Element of each section, in order. */
  readonly sections: ReadonlyArray<HTMLElement | null>;
  layout: () => Layout;
  anchors: (layout: Layout) => AnchorPlace[];
  improve: () => boolean;
  fillNumbers: (layout: Layout) => boolean;
  overflowing: () => number[];
  noteHeads: (layout: Layout) => ReadonlyMap<number, string>;
  fillMargins: (layout: Layout, noteHeads: ReadonlyMap<number, string>) => void;
}

/** The names under which state is left on the page's `window`. */
export interface PageWindow {
  colophonTools: PageTools;
}
