import { spineWidth } from '../../book/spine.ts';
import type { KnownOfBook } from '../../emit/report/book-facts.ts';
import type { PrintedBook } from '../../emit/pdf/print-book.ts';
import type { Source } from '../source.ts';

/** What a print tells of a book, for its report and its preview. */
export function knownOfPrint(
  { manuscript: { printing } }: Source,
  printed: PrintedBook,
): Pick<KnownOfBook, 'pages' | 'type' | 'printing' | 'spine'> {
  const pages = printed.pageMap.pages.length;
  const { fontSize, lineHeight } = printed.geometry;
  return {
    pages,
    type: { fontSize, lineHeight },
    ...(printing?.chosen === true && {
      printing: { printer: printing.printer.title, paper: printing.paper.title },
      spine: spineWidth(printing.printer, printing.paper, pages + (pages % 2)),
    }),
  };
}
