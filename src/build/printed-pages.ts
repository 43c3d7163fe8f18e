import { editions } from './editions/editions.ts';
import type { PrintedPages } from '../book/page-map.ts';
import type { PrintedBook } from '../emit/pdf/print-book.ts';
import type { ComposedBook } from './composed-book.ts';
import type { Job } from './job.ts';
import { printMatterOf } from './print-matter.ts';
import type { Source } from './source.ts';

/** Whether the e-book is to have them. */
export function wantsPages({ manuscript: { metadata } }: Source, job: Job): boolean {
  return job.wants('epub') && metadata.epub.pages;
}

/**
 * The pages of the printed book, as soon as it is laid out. Where no edition is printed, it is laid out for them
 * alone, as it would be for all editions: the e-book has the same bytes then.
 *
 * @param print the print under way
 * @param laidOut keeps its promise when that is laid out, if it can be known before it is painted
 * @returns nothing where the e-book is to have none, or messages tell why nothing is printed
 */
export async function printedPages(
  source: Source,
  composed: ComposedBook,
  job: Job,
  print: Promise<PrintedBook> | undefined,
  laidOut: Promise<PrintedPages>,
): Promise<PrintedPages | undefined> {
  if (!wantsPages(source, job)) return undefined;
  if (print !== undefined)
    return Promise.race([
      laidOut,
      print.then(({ pdf, pageMap }) => (pdf === undefined ? undefined : pageMap)),
    ]);
  const products = editions.flatMap(({ isPaged, product }) =>
    isPaged && product !== undefined ? [product] : [],
  );
  const [{ layBookOut }, running, matter] = await Promise.all([
    import('../emit/pdf/print-book.ts'),
    job.browser(),
    printMatterOf(source, composed, products),
  ]);
  return layBookOut(
    matter.book,
    composed.assets,
    matter.looks,
    running,
    job.beforePrint(composed.hyphenation),
  );
}
