import { readingOrder, type Shown } from './reading-order.ts';
import { Stretch } from './stretch.ts';
import { tile, type Window } from './tile.ts';

/** How far from the last passage the next one may stand, in letters: between them is what we add. */
const near = 120;
/** How far a painted passage may stand from its place: what floats is painted before its page. */
const slack = 4000;
/** So many letters are no accident. */
const telling = 24;
/** So many passages one behind the other are where they belong. */
const lost = 3;

/** A passage as written, folded. */
export interface Wanted {
  readonly letters: string;
  /** Whether it may begin and end amid a run. */
  readonly loose?: boolean | undefined;
}

/** Where a passage was found, or how much of it was not lost. */
export type Finding = { readonly found: true } | { readonly found: false; readonly letters: number };

/**
 * Looks for passages one after the other in what an edition shows. A passage begins and ends with
 * a run. What is not at its place is looked for as the pages show it, and then piece by piece near by: it
 * must be covered by runs that no other passage has.
 *
 * @param wanted the passages in reading order
 * @param shown what is shown, in the order of painting; no run is empty
 */
export function findPassages(wanted: ReadonlyArray<Wanted>, shown: ReadonlyArray<Shown>): Finding[] {
  const stretch = new Stretch(shown.map(({ letters }) => letters));
  const windows = windowsOf(wanted, findInOrder(wanted, stretch), stretch);
  const findings = wanted.map((): Finding => ({ found: true }));
  if (windows.size === 0) return findings;
  for (const index of findOnPages(windows, wanted, stretch, shown)) windows.delete(index);
  for (const [index, finding] of findInPieces(windows, wanted, stretch)) findings[index] = finding;
  return findings;
}

/** A passage that is painted apart from those around it. */
const aside = -2;

/**
 * Goes through passages and runs once.
 *
 * @returns where each passage begins; -1 where it was not found
 */
function findInOrder(wanted: ReadonlyArray<Wanted>, stretch: Stretch): number[] {
  let from = 0;
  /** Behind the last passage that stood far away, and how many did one behind the other. */
  let away = -1;
  let streak = 0;
  return wanted.map((passage) => {
    const { length } = passage.letters;
    if (length === 0) return -1;
    const at = placeNear(passage, stretch, from);
    if (at >= 0) {
      stretch.take(at, at + length);
      from = at + length;
      streak = 0;
      return at;
    }
    const follows = away < 0 ? -1 : placeNear(passage, stretch, away);
    const place = follows >= 0 ? follows : placeFar(passage, stretch, from);
    if (place < 0) return -1;
    stretch.take(place, place + length);
    away = place + length;
    streak = follows >= 0 ? streak + 1 : 1;
    if (streak < lost) return aside;
    // Not they are elsewhere, we were.
    from = away;
    streak = 0;
    return place;
  });
}

/** The first place behind `from` where a passage is a whole number of runs; -1 where there is none near. */
function placeNear({ letters, loose }: Wanted, stretch: Stretch, from: number): number {
  const { text } = stretch;
  const { length } = letters;
  const isWhole = (at: number): boolean => loose === true || stretch.isWhole(at, at + length);
  if (text.startsWith(letters, from) && isWhole(from)) return from;
  const window = text.slice(from, from + near + length);
  for (let at = window.indexOf(letters); at >= 0; at = window.indexOf(letters, at + 1))
    if (isWhole(from + at)) return from + at;
  return -1;
}

/** The only place behind `from`, however far, of a passage that is too long to be there by accident. */
function placeFar({ letters }: Wanted, stretch: Stretch, from: number): number {
  if (letters.length < telling) return -1;
  const { text } = stretch;
  const far = text.indexOf(letters, from);
  const isOnly = far >= 0 && text.indexOf(letters, far + 1) < 0;
  return isOnly && stretch.isWhole(far, far + letters.length) ? far : -1;
}

/** The passages that stand in one piece where pages are read line by line. */
function findOnPages(
  windows: ReadonlyMap<number, Window>,
  wanted: ReadonlyArray<Wanted>,
  stretch: Stretch,
  shown: ReadonlyArray<Shown>,
): number[] {
  const order = readingOrder(shown);
  if (order === undefined) return [];
  const lines = new Stretch(
    order.map((run) => shown[run]!.letters),
    stretch,
    order,
  );
  // Where each page begins in the lines; a run is on the same page in either order.
  const pageOf = (run: number): number => shown[run]?.place?.page ?? Infinity;
  const starts = new Map<number, number>();
  for (const [index, run] of order.entries())
    if (!starts.has(pageOf(run))) starts.set(pageOf(run), lines.startOf(index));
  const found: number[] = [];
  for (const [index, { start, end }] of windows) {
    const { letters } = wanted[index]!;
    const first = starts.get(pageOf(stretch.runAt(start))) ?? 0;
    const last = starts.get(pageOf(stretch.runAt(end)) + 1) ?? lines.text.length;
    const window = lines.text.slice(first, last);
    for (let at = window.indexOf(letters); at >= 0; at = window.indexOf(letters, at + 1)) {
      const [begin, close] = [first + at, first + at + letters.length];
      if (!lines.isWhole(begin, close) || !lines.isFree(begin, close)) continue;
      lines.take(begin, close);
      found.push(index);
      break;
    }
  }
  return found;
}

/** What was lost of the others; the longest take what is left first, as a short one fits in many places. */
function findInPieces(
  windows: ReadonlyMap<number, Window>,
  wanted: ReadonlyArray<Wanted>,
  stretch: Stretch,
): Map<number, Finding> {
  const losses = new Map<number, Finding>();
  const length = (index: number): number => wanted[index]!.letters.length;
  for (const index of [...windows.keys()].toSorted((a, b) => length(b) - length(a))) {
    const { letters, loose } = wanted[index]!;
    const window = windows.get(index)!;
    const covered = tile(letters, stretch, window);
    if (covered === letters.length) continue;
    const whole = longestStart(letters, stretch.text.slice(window.start, window.end));
    if (whole === letters.length && (loose === true || whole >= 2 * telling)) continue;
    // A few letters stand everywhere, and all of them may be part of another word.
    const tells = whole >= 8 && whole < letters.length;
    losses.set(index, { found: false, letters: tells ? Math.max(covered, whole) : covered });
  }
  return losses;
}

/** How many letters from the beginning of a passage stand together in a text. */
function longestStart(letters: string, text: string): number {
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (text.includes(letters.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where each passage without a place may be: about the end of the one before and the beginning of the next. */
function windowsOf(
  wanted: ReadonlyArray<Wanted>,
  places: ReadonlyArray<number>,
  { text }: Stretch,
): Map<number, Window> {
  const ends = new Map<number, number>();
  let next = text.length;
  for (let index = wanted.length - 1; index >= 0; index -= 1) {
    const place = places[index]!;
    if (place >= 0) next = place;
    else if (place !== aside && wanted[index]!.letters !== '') ends.set(index, next + slack);
  }
  const windows = new Map<number, Window>();
  let before = 0;
  for (const [index, place] of places.entries()) {
    const end = ends.get(index);
    if (place >= 0) before = place + wanted[index]!.letters.length;
    else if (end !== undefined) windows.set(index, { start: Math.max(0, before - slack), home: before, end });
  }
  return windows;
}
