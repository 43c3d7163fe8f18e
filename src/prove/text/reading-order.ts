import { append } from '../../book/long-lists.ts';

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
 * The runs as they are read on the pages: line by line from the top. What is placed by a stylesheet is
 * painted after all else on its page, but stands amid it; and painters go from left to right, whatever
 * the direction.
 *
 * @param runs in the order of painting, each on a page
 * @param base the direction of the paragraphs
 * @returns the indices of the runs
 */
export function readingOrder(runs: ReadonlyArray<Shown>, base: 'ltr' | 'rtl'): number[] {
  const placeOf = (index: number): Place => runs[index]!.place!;
  const sorted = [...runs.keys()].toSorted(
    (a, b) => placeOf(a).page - placeOf(b).page || placeOf(b).y - placeOf(a).y,
  );
  const order: number[] = [];
  let line: number[] = [];
  const end = (): void => {
    line.sort((a, b) => placeOf(a).x - placeOf(b).x);
    append(order, base === 'rtl' ? fromRight(line, runs) : fromLeft(line, runs));
    line = [];
  };
  for (const index of sorted) {
    const first = line[0];
    if (first !== undefined && !isOneLine(placeOf(first), placeOf(index))) end();
    line.push(index);
  }
  end();
  return order;
}

function isOneLine(a: Place, b: Place): boolean {
  return a.page === b.page && a.y - b.y < oneLine;
}

/** Words from left to right keep together and in order; numbers go with what is around them. */
function fromRight(line: ReadonlyArray<number>, runs: ReadonlyArray<Shown>): number[] {
  return groups(line, (index) => isWordFromLeft(runs[index]!))
    .toReversed()
    .flat();
}

/** Words from right to left come in reverse, numbers between them too. */
function fromLeft(line: ReadonlyArray<number>, runs: ReadonlyArray<Shown>): number[] {
  return groups(line, (index) => !isWordFromLeft(runs[index]!)).flatMap((group) => {
    const first = group.findIndex((index) => runs[index]!.place!.reversed);
    const last = group.findLastIndex((index) => runs[index]!.place!.reversed);
    if (first < 0) return group;
    return [...group.slice(0, first), ...group.slice(first, last + 1).toReversed(), ...group.slice(last + 1)];
  });
}

function isWordFromLeft({ letters, place }: Shown): boolean {
  return place?.reversed !== true && /\p{L}/u.test(letters);
}

/** Neighbours that are joined, together; others alone. */
function groups(line: ReadonlyArray<number>, isJoined: (index: number) => boolean): number[][] {
  const found: number[][] = [];
  let open = false;
  for (const index of line) {
    const joined = isJoined(index);
    if (joined && open) found.at(-1)?.push(index);
    else found.push([index]);
    open = joined;
  }
  return found;
}
