import type { Manuscript } from '../book/manuscript.ts';
import { createDensityJudge } from './reading/density-judge.ts';

/**
 * Judges all Markdown files of a book before the first is parsed: each that would take too much time, memory or
 * stack is reported at the place.
 *
 * @param mostMemory what all together may be reckoned to take, in bytes
 * @returns whether all can be parsed
 */
export function judgeSources(manuscript: Manuscript, mostMemory?: number): boolean {
  const { sources, sharedNotes } = manuscript;
  const chapters = sources.flatMap(({ kind, file }) => (kind === 'file' ? [file] : []));
  const isReadable = createDensityJudge(mostMemory);
  const judged = [...(sharedNotes ? [sharedNotes] : []), ...chapters].map(isReadable);
  return !judged.includes(false);
}
