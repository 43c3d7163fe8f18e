import { Stretch } from './stretch.ts';
import { tile } from './tile.ts';

/** How far from the last passage the next one may stand, in letters: between them is what we add. */
const near = 120;
/** How far a painted passage may stand from its place: what floats is painted before its page. */
const slack = 4000;
/** So many letters are no accident. */
const telling = 24;

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
 * a run. What is not at its place may be painted elsewhere near by, in pieces: it must then be
 * covered by runs that no other passage has.
 *
 * @param runs what is shown, folded, in its order
 */
export function findPassages(wanted: ReadonlyArray<Wanted>, runs: ReadonlyArray<string>): Finding[] {
  const stretch = new Stretch(runs);
  const places = wanted.map(() => -1);
  let from = 0;
  for (const [index, passage] of wanted.entries()) {
    const { letters } = passage;
    if (letters === '') continue;
    const at = placeOf(passage, stretch, from);
    if (at < 0) continue;
    places[index] = at;
    stretch.take(at, at + letters.length);
    from = at + letters.length;
  }
  return findOthers(wanted, places, stretch);
}

function placeOf({ letters, loose }: Wanted, stretch: Stretch, from: number): number {
  const { text } = stretch;
  const { length } = letters;
  const isWhole = (at: number): boolean =>
    loose === true || length >= telling || stretch.isWhole(at, at + length);
  if (text.startsWith(letters, from) && isWhole(from)) return from;
  const window = text.slice(from, from + near + length);
  for (let at = window.indexOf(letters); at >= 0; at = window.indexOf(letters, at + 1))
    if (isWhole(from + at)) return from + at;
  if (length < telling) return -1;
  const far = text.indexOf(letters, from);
  return far >= 0 && text.indexOf(letters, far + 1) < 0 ? far : -1;
}

/** The longest take what is left first: a short one fits in many places. */
function findOthers(
  wanted: ReadonlyArray<Wanted>,
  places: ReadonlyArray<number>,
  stretch: Stretch,
): Finding[] {
  const windows = windowsOf(wanted, places, stretch);
  const findings = wanted.map((): Finding => ({ found: true }));
  const homeless = [...windows.keys()].toSorted(
    (a, b) => wanted[b]!.letters.length - wanted[a]!.letters.length,
  );
  for (const index of homeless) {
    const { letters, loose } = wanted[index]!;
    const { length } = letters;
    const { start, end } = windows.get(index)!;
    const covered = tile(letters, stretch, start, end);
    if (covered === length) continue;
    const whole = longestStart(letters, stretch.text.slice(start, end));
    if (loose === true && whole === length) continue;
    // A few letters stand everywhere, and all of them may be part of another word.
    const tells = whole >= 8 && whole < length;
    findings[index] = { found: false, letters: tells ? Math.max(covered, whole) : covered };
  }
  return findings;
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

interface Window {
  readonly start: number;
  readonly end: number;
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
    else if (wanted[index]!.letters !== '') ends.set(index, next + slack);
  }
  const windows = new Map<number, Window>();
  let before = 0;
  for (const [index, place] of places.entries()) {
    const end = ends.get(index);
    if (place >= 0) before = place + wanted[index]!.letters.length;
    else if (end !== undefined) windows.set(index, { start: Math.max(0, before - slack), end });
  }
  return windows;
}
