import { unknownGlyph } from '../../pdf/text/run-writer.ts';
import { LetterCounts } from './letter-counts.ts';
import type { Stretch } from './stretch.ts';

/** How many ways are tried in vain before letters are counted. */
const patience = 4000;

/** Where the runs of a passage may begin, as places in the text of a stretch. */
export interface Window {
  readonly start: number;
  /** Where the passage belongs. */
  readonly home: number;
  readonly end: number;
}

/** A run that covers letters from `at` on, and those that may take its place. */
interface Step {
  readonly at: number;
  readonly candidates: ReadonlyArray<number>;
  /** The place among the candidates of the next one to try. */
  next: number;
  /** The index of the run that is tried. */
  run: number;
}

/**
 * Covers a passage with whole runs that no other passage has, in any order, long ones first and of
 * those alike the nearest; takes them where it is covered.
 *
 * @param letters the passage, folded
 * @returns how many letters from its beginning are covered at the most
 */
export function tile(letters: string, stretch: Stretch, window: Window): number {
  const { runs } = stretch;
  const candidates = byFirstLetter(stretch, window);
  const used = new Set<number>();
  const steps: Step[] = [];
  const step = (at: number): Step => ({ at, candidates: candidates(letters.charAt(at)), next: 0, run: -1 });
  let furthest = 0;
  let inVain = 0;
  for (let top: Step | undefined = step(0); top !== undefined && inVain < patience; top = steps.at(-1)) {
    if (steps.at(-1) !== top) steps.push(top);
    const at = advance(top, letters, runs, used);
    if (at < 0) {
      steps.pop();
      inVain += 1;
      continue;
    }
    furthest = Math.max(furthest, at);
    if (at === letters.length) {
      for (const { run } of steps) stretch.takeRun(run);
      break;
    }
    steps.push(step(at));
  }
  // Among many runs of few letters there are more ways than time; then it must do that all letters are there.
  if (inVain < patience) return furthest;
  return new LetterCounts(stretch.free(window.start, window.end).map((run) => runs[run]!)).take(letters)
    ? letters.length
    : furthest;
}

/** Tries the next run of a step; gives where the passage goes on behind it, or -1 where there is none. */
function advance(step: Step, letters: string, runs: ReadonlyArray<string>, used: Set<number>): number {
  const tried = step.run;
  used.delete(tried);
  for (; step.next < step.candidates.length; step.next += 1) {
    const run = step.candidates[step.next]!;
    // Runs of equal letters are as good as each other.
    if (used.has(run) || runs[run] === runs[tried]) continue;
    const length = lengthAt(letters, step.at, runs[run]!);
    if (length < 0) continue;
    used.add(run);
    step.run = run;
    step.next += 1;
    return step.at + length;
  }
  return -1;
}

/** The runs that can stand where a letter is wanted, the longest first. */
function byFirstLetter(
  stretch: Stretch,
  { start, home, end }: Window,
): (letter: string) => ReadonlyArray<number> {
  const { runs } = stretch;
  const distance = (run: number): number => Math.abs(stretch.startOf(run) - home);
  const groups = new Map<string, number[]>();
  return (letter) => {
    const known = groups.get(letter);
    if (known !== undefined) return known;
    const group = [...new Set([letter, unknownGlyph])]
      .flatMap((first) => stretch.free(start, end, first))
      .toSorted((a, b) => runs[b]!.length - runs[a]!.length || distance(a) - distance(b) || a - b);
    groups.set(letter, group);
    return group;
  };
}

/** How many letters of a passage a run covers from `at` on; -1 where it says something else. */
function lengthAt(letters: string, at: number, run: string): number {
  if (!run.includes(unknownGlyph)) return letters.startsWith(run, at) ? run.length : -1;
  // A glyph that does not say what it means may be a ligature, or stand for a letter no font has.
  const pattern = run.replaceAll(unknownGlyph, '.{0,4}?');
  return new RegExp(`^${pattern}`, 'su').exec(letters.slice(at))?.[0].length ?? -1;
}
