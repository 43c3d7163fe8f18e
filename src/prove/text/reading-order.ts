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
 * How lines are read: from the left; from the right, each number by itself; from the right, with European numbers amid
 * words from the left, of which they are part (UAX #9, W7).
 */
export type Base = 'ltr' | 'rtl' | 'rtl-with-numbers';

/**
 * The runs as they are read on the pages: line by line from the top. What is placed by a stylesheet is
 * painted after all else on its page, but stands amid it; and painters go from left to right, whatever
 * the direction.
 *
 * @param runs in the order of painting, each on a page
 * @param base the direction of the paragraphs
 * @returns the indices of the runs
 */
export function readingOrder(runs: ReadonlyArray<Shown>, base: Base): number[] {
  const placeOf = (index: number): Place => runs[index]!.place!;
  const sorted = [...runs.keys()].toSorted(
    (a, b) => placeOf(a).page - placeOf(b).page || placeOf(b).y - placeOf(a).y,
  );
  return lineByLine(sorted, runs, base);
}

/**
 * The runs in the order of painting, but for those of one line that are painted one after the other, which are as they
 * are read.
 *
 * @param runs in the order of painting, each on a page
 * @param base the direction of the paragraphs
 */
export function readWithinLines(runs: ReadonlyArray<Shown>, base: Base): Shown[] {
  return lineByLine([...runs.keys()], runs, base).map((index) => runs[index]!);
}

/** The indices, in which those of one line follow one another, with each line as it is read. */
function lineByLine(sorted: ReadonlyArray<number>, runs: ReadonlyArray<Shown>, base: Base): number[] {
  const placeOf = (index: number): Place => runs[index]!.place!;
  const order: number[] = [];
  let line: number[] = [];
  const end = (): void => {
    line.sort((a, b) => placeOf(a).x - placeOf(b).x);
    append(order, base === 'ltr' ? fromLeft(line, runs) : fromRight(line, runs, base));
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
  return a.page === b.page && Math.abs(a.y - b.y) < oneLine;
}

/** Words from left to right keep together and in order; numbers go with what is around them. */
function fromRight(line: ReadonlyArray<number>, runs: ReadonlyArray<Shown>, base: Base): number[] {
  const isWord = (index: number): boolean => isWordFromLeft(runs[index]!);
  if (base === 'rtl') return groups(line, isWord).toReversed().flat();
  const parts = groups(line, (index) => isWord(index) || /^[0-9]+$/.test(runs[index]!.letters));
  // Numbers without words are read from the right.
  return parts.toReversed().flatMap((part) => (part.some(isWord) ? part : part.toReversed()));
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
