/** The pages of a print: where each begins, in CSS pixels, and which one a height is on. */
export interface Pages {
  readonly tops: ReadonlyArray<number>;
  readonly pageAt: (y: number) => number;
}

/** The pages as they are now. */
export function readPages(): Pages {
  const tops = [...document.documentElement.getClientRects()].map(({ top }) => top);
  return {
    tops,
    pageAt: (y) => {
      let low = 0;
      let high = tops.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((tops[middle] ?? 0) <= y) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}
