import type { VFile } from 'vfile';
import { limits } from '../book/limits.ts';
import type { Manuscript } from '../book/manuscript.ts';
import { report } from '../book/messages/messages.ts';
import { createDensityJudge } from './reading/density-judge.ts';

const { most } = limits['files-of-a-book'];

/**
 * Judges all Markdown files of a book, and the template of its copyright page, before the first is parsed: each that would take too much time, memory or
 * stack is reported at the place.
 *
 * @param mostMemory what all together may be reckoned to take, in bytes
 * @returns whether all can be parsed
 */
export function judgeSources(manuscript: Manuscript, mostMemory?: number): boolean {
  const { sources, sharedNotes, copyrightTemplate } = manuscript;
  const chapters = sources.flatMap(({ kind, file }) => (kind === 'file' ? [file] : []));
  const first = chapters[most];
  if (first !== undefined) {
    const reason = `The book has ${chapters.length.toLocaleString('en')} Markdown files; from here on there are more than ${most.toLocaleString('en')}`;
    report(first, 'too-dense', reason, undefined, {
      hint: 'Join files, and leave out those without a text.',
    });
    return false;
  }
  const isReadable = createDensityJudge(mostMemory);
  const judged = [...(sharedNotes ? [sharedNotes] : []), ...chapters, copyrightTemplate].map(isReadable);
  reportCopies(chapters);
  return !judged.includes(false);
}

/** Reports files with the very text of another: copies that a system or a hand has left beside them. */
function reportCopies(chapters: ReadonlyArray<VFile>): void {
  const known = new Map<string, VFile>();
  for (const file of chapters) {
    const text = String(file).trim();
    const same = known.get(text);
    if (same === undefined || text === '') known.set(text, file);
    else
      report(file, 'contents-duplicate', `The file has the same text as ${same.path}`, undefined, {
        severity: 'warning',
        hint: 'Delete the copy or move it away: the book would have the chapter twice.',
      });
  }
}
