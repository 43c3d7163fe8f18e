import { countScattered } from './count-scattered.ts';
import { Lines } from './lines.ts';
import { readingOrder, readWithinLines, type Base, type Shown } from './reading-order.ts';
import { Stretch } from './stretch.ts';
import { tile, type Window } from './tile.ts';

/** How far from the last passage the next one may stand, in letters: between them is what we add. */
const near = 120;
/** How far a painted passage may stand from its place: what floats is painted before its page. */
const slack = 4000;
/** So many letters are no accident. */
const telling = 24;
/** So many are none where they are whole runs near by. */
const fewest = 8;
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
 * @param fromRight whether lines may be read from right to left where no word is
 */
export function findPassages(
  wanted: ReadonlyArray<Wanted>,
  shown: ReadonlyArray<Shown>,
  fromRight = false,
): Finding[] {
  const bases = fromRight || shown.some(({ place }) => place?.reversed === true) ? allBases : fromTheLeft;
  let best = findAsPainted(wanted, shown, bases);
  if (!fromRight || shown.some(({ place }) => place === undefined)) return best;
  // Numbers that are painted from the left fit in wrong places too, and leave others without theirs.
  for (const base of fromTheRight) {
    if (lossesIn(best) === 0) break;
    const other = findAsPainted(wanted, readWithinLines(shown, base), bases);
    if (lossesIn(other) < lossesIn(best)) best = other;
  }
  return best;
}

const fromTheLeft = ['ltr'] as const;
const fromTheRight = ['rtl', 'rtl-with-numbers'] as const;
const allBases = [...fromTheLeft, ...fromTheRight] as const;

function lossesIn(findings: ReadonlyArray<Finding>): number {
  return findings.filter(({ found }) => !found).length;
}

function findAsPainted(
  wanted: ReadonlyArray<Wanted>,
  shown: ReadonlyArray<Shown>,
  bases: ReadonlyArray<Base>,
): Finding[] {
  const stretch = new Stretch(shown.map(({ letters }) => letters));
  const windows = windowsOf(wanted, findInOrder(wanted, stretch), stretch);
  const findings = wanted.map((): Finding => ({ found: true }));
  if (windows.size === 0) return findings;
  // What stands somewhere in one piece has its own runs, and takes none from others that end alike.
  for (const index of longestFirst(windows, wanted))
    if (takeWhole(wanted[index]!.letters, stretch, windows.get(index)!)) windows.delete(index);
  findOnPages(windows, wanted, stretch, shown, bases);
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
function placeNear({ letters }: Wanted, stretch: Stretch, from: number): number {
  const { text } = stretch;
  const { length } = letters;
  if (text.startsWith(letters, from) && stretch.isWhole(from, from + length)) return from;
  const window = text.slice(from, from + near + length);
  for (let at = window.indexOf(letters); at >= 0; at = window.indexOf(letters, at + 1))
    if (stretch.isWhole(from + at, from + at + length)) return from + at;
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

/** Takes out of the windows those of passages that stand in one piece where pages are read line by line. */
function findOnPages(
  windows: Map<number, Window>,
  wanted: ReadonlyArray<Wanted>,
  stretch: Stretch,
  shown: ReadonlyArray<Shown>,
  bases: ReadonlyArray<Base>,
): void {
  if (shown.some(({ place }) => place === undefined)) return;
  const all = { start: 0, home: 0, end: stretch.text.length };
  for (const base of bases) {
    const lines = new Lines(readingOrder(shown, base), stretch, shown);
    for (const index of longestFirst(windows, wanted))
      if (lines.take(wanted[index]!.letters, windows.get(index)!)) windows.delete(index);
    // What is long stands nowhere by accident: where others led astray, it may be far from where it was awaited.
    for (const index of longestFirst(windows, wanted))
      if (wanted[index]!.letters.length >= telling && lines.take(wanted[index]!.letters, all))
        windows.delete(index);
  }
}

function longestFirst(windows: ReadonlyMap<number, Window>, wanted: ReadonlyArray<Wanted>): number[] {
  // A short passage fits in many places, amid a long one too.
  return [...windows.keys()].toSorted((a, b) => wanted[b]!.letters.length - wanted[a]!.letters.length);
}

/** What was lost of the others. */
function findInPieces(
  windows: ReadonlyMap<number, Window>,
  wanted: ReadonlyArray<Wanted>,
  stretch: Stretch,
): Map<number, Finding> {
  const losses = new Map<number, Finding>();
  for (const index of longestFirst(windows, wanted)) {
    const { letters, loose } = wanted[index]!;
    const window = windows.get(index)!;
    const covered = tile(letters, stretch, window);
    if (covered === letters.length) continue;
    const whole = longestStart(letters, stretch.text.slice(window.start, window.end));
    if (whole === letters.length && (loose === true || whole >= 2 * telling)) continue;
    // A few letters stand everywhere, and all of them may be part of another word.
    const tells = whole >= fewest && whole < letters.length;
    losses.set(index, { found: false, letters: tells ? Math.max(covered, whole) : covered });
  }
  countScattered(losses, wanted, stretch);
  return losses;
}

/** Takes the runs of a passage that stands in one piece in its window, if it does. */
function takeWhole(letters: string, stretch: Stretch, { start, home, end }: Window): boolean {
  if (letters.length < fewest) return false;
  const parts = [
    [home, end],
    [start, home],
  ] as const;
  for (const [from, to] of parts)
    for (
      let at = stretch.text.indexOf(letters, from);
      at >= 0 && at < to;
      at = stretch.text.indexOf(letters, at + 1)
    ) {
      const stop = at + letters.length;
      if (!stretch.isWhole(at, stop) || !stretch.isFree(at, stop)) continue;
      stretch.take(at, stop);
      return true;
    }
  return false;
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
