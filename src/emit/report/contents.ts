import type { Element } from 'hast';
import type { ReportedRelease } from './reported-release.ts';
import { number, section, table } from './section.ts';

/** The sections of the book: where they begin and what they hold. */
export function contentsSection({ contents, pageLabels, known }: ReportedRelease): Element {
  const isPrinted = known.pages !== undefined;
  const rows = contents.map(({ number: shown, title, page, pages: count, words, notes }) => [
    shown === undefined ? title : `${shown} ${title}`,
    ...(isPrinted
      ? [page === undefined ? '' : (pageLabels[page] ?? ''), count === undefined ? '' : number(count)]
      : []),
    number(words),
    notes === 0 ? '' : number(notes),
  ]);
  const heads = ['Section', ...(isPrinted ? ['Begins on page', 'Pages'] : []), 'Words', 'Notes'];
  return section('contents', 'Contents', [table('Contents', heads, rows, [1, 2, 3, 4])]);
}
