import { pageAtHeight } from '../layout/page-at.ts';

/** The pages of a print: where each begins, in CSS pixels, and which one a height is on. */
export interface Pages {
  readonly tops: ReadonlyArray<number>;
  readonly pageAt: (y: number) => number;
}

/** The pages as they are now. */
export function readPages(): Pages {
  const tops = [...document.documentElement.getClientRects()].map(({ top }) => top);
  return { tops, pageAt: (y) => pageAtHeight(tops, y) };
}
