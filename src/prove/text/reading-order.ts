/** A run of letters, folded, and where it stands, if it stands on a page. */
export interface Shown {
  readonly letters: string;
  readonly place?: Place;
}

/** A place on a page, in points from its lower left corner. */
interface Place {
  /** Its index. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  /** Whether the run is read from right to left. */
  readonly reversed: boolean;
}

/** What stands on one line may differ in height by so many points. */
const oneLine = 3;

/**
 * The runs as they stand on the pages: line by line from the top, each in the direction that most of
 * it has. What is placed by a stylesheet is painted after all else on its page, but stands amid it.
 *
 * @param runs in the order of painting
 * @returns the indices of the runs; nothing where they stand on no pages
 */
export function readingOrder(runs: ReadonlyArray<Shown>): number[] | undefined {
  if (runs.some(({ place }) => place === undefined)) return undefined;
  const placeOf = (index: number): Place => runs[index]!.place!;
  const sorted = [...runs.keys()].toSorted(
    (a, b) => placeOf(a).page - placeOf(b).page || placeOf(b).y - placeOf(a).y,
  );
  const order: number[] = [];
  let line: number[] = [];
  const end = (): void => {
    const letters = (index: number): number =>
      (placeOf(index).reversed ? -1 : 1) * runs[index]!.letters.length;
    const direction = line.reduce((sum, index) => sum + letters(index), 0) < 0 ? -1 : 1;
    order.push(...line.toSorted((a, b) => direction * (placeOf(a).x - placeOf(b).x)));
    line = [];
  };
  for (const index of sorted) {
    const first = line[0];
    if (first !== undefined) {
      const isSame =
        placeOf(first).page === placeOf(index).page && placeOf(first).y - placeOf(index).y < oneLine;
      if (!isSame) end();
    }
    line.push(index);
  }
  end();
  return order;
}
