import type { ReleasedSection } from '../book/contents.ts';

/** Sections in a row that begin as many pages later than before, or earlier. */
export interface PageShift {
  readonly first: ReleasedSection;
  readonly last: ReleasedSection;
  readonly sections: number;
  /** By how many pages; negative where they begin earlier. */
  readonly by: number;
}

/** @param pairs what both releases have of each section, in the order of the newer one */
export function pageShifts(
  pairs: ReadonlyArray<{ readonly old: ReleasedSection; readonly new: ReleasedSection }>,
): PageShift[] {
  const shifts: PageShift[] = [];
  let run: PageShift | undefined;
  for (const { old, new: next } of pairs) {
    const by = old.page === undefined || next.page === undefined ? 0 : next.page - old.page;
    if (run !== undefined && by === run.by) {
      run = { ...run, last: next, sections: run.sections + 1 };
      shifts[shifts.length - 1] = run;
      continue;
    }
    run = by === 0 ? undefined : { first: next, last: next, sections: 1, by };
    if (run !== undefined) shifts.push(run);
  }
  return shifts;
}
