import type { ElementContent } from 'hast';
import { sections, type Book, type Hast } from '../book/book.ts';
import { hyphenationOf } from '../emit/pdf/document/break-points.ts';
import { setTexts } from '../emit/pdf/document/long-words.ts';
import { ownLocales } from '../language/own-locales.ts';
import type { Hyphenation } from '../emit/pdf/page/pagination-script.ts';
import type { Job } from './job.ts';

/** Where the words of a book may be divided: found beside, while the book is made ready for the browser. */
export function divideWords(book: Book<Hast>, job: Job): Promise<Hyphenation> {
  const body = sections(book).flatMap(({ tree }) => tree.children as ElementContent[]);
  const hyphenation = hyphenationOf(
    setTexts(body, book.metadata.language),
    job.shelf('divided words'),
    (texts, earlier) => job.schedule.hand('divide the words', texts, earlier, ownLocales()),
  );
  // Who lays the book out waits for it; the build may fail first.
  hyphenation.catch(() => undefined);
  return hyphenation;
}
