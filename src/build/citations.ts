import type { Book } from '../book/book.ts';
import type { Manuscript } from '../book/manuscript.ts';
import { readCitationStyles } from '../read/templates/citation-styles.ts';
import type { Job } from './job.ts';
import { leavingSignals } from './signals.ts';

/**
 * The book with its citations as words, where it names a bibliography. What sets them is loaded then.
 *
 * @param book as parsed
 */
export async function withCitations(book: Book, { citations }: Manuscript, job: Job): Promise<Book> {
  if (citations === undefined) return book;
  await job.step('Setting the citations');
  // Its licence, CPAL-1.0, asks that whoever uses it be told.
  job.options.onNote?.('Citations are set by citeproc-js, copyright 2009–2019 Frank Bennett');
  const { citeBook } = await import('../matter/citations/cite-book.ts');
  return leavingSignals(() => citeBook(book, citations));
}

/** How bibliographies look, where the book names one: CSS for print and for e-books. */
export async function stylesOfCitations({
  citations,
}: Manuscript): Promise<{ readonly print: string; readonly epub: string }> {
  return citations === undefined ? { print: '', epub: '' } : readCitationStyles();
}
