import type { Run } from './runs.ts';

/** A run, its text, and where in the text of the paragraph it begins. */
export type PlacedRun = Run & { readonly text: string; readonly start: number };

/** The text of a paragraph as one string, and its runs. */
export interface WholeText {
  readonly text: string;
  readonly runs: ReadonlyArray<PlacedRun>;
}

/** What a run has of a stretch of text. */
export interface Part {
  readonly run: PlacedRun;
  readonly text: string;
  /** Where in the text of the paragraph it begins. */
  readonly start: number;
}

/**
 * The runs of a paragraph as one text.
 *
 * @param textOf what stood in a text before it was edited
 */
export function wholeText(runs: ReadonlyArray<Run>, textOf: (node: Text) => string): WholeText {
  let text = '';
  const placed = runs.map((run) => {
    const start = text.length;
    const own = textOf(run.node);
    text += own;
    return { ...run, text: own, start };
  });
  return { text, runs: placed };
}

/**
 * Index of the run of the character there.
 *
 * @param from index of a run that is not behind it
 */
export function runIndexAt({ runs }: WholeText, at: number, from: number): number {
  let index = from;
  while (index + 1 < runs.length && (runs[index + 1]?.start ?? 0) <= at) index++;
  return index;
}

/**
 * What the runs have of a stretch of text.
 *
 * @param from index of a run that is not behind its beginning
 */
export function partsOf({ runs }: WholeText, start: number, end: number, from: number): Part[] {
  const parts: Part[] = [];
  for (let index = from; index < runs.length; index++) {
    const run = runs[index];
    if (run === undefined || run.start >= end) break;
    const begin = Math.max(start, run.start);
    const text = run.text.slice(begin - run.start, end - run.start);
    if (text !== '') parts.push({ run, text, start: begin });
  }
  return parts;
}
