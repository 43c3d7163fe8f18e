import { sections, type Book, type Hast } from '../../book/book.ts';
import type { PrintedBook } from '../../emit/pdf/print-book.ts';
import type { Bookmark } from '../../emit/pdf/screen/bookmarks.ts';
import { directionOf } from '../../language/direction.ts';
import type { ContentsEntry, PrintFacts } from '../protocol.ts';

/** What a preview shows of a print besides its pages, whose file has no name yet. */
export function printFacts({ pageMap, geometry, about }: PrintedBook, book: Book<Hast>): PrintFacts {
  const { pages, anchors, blocks = [] } = pageMap;
  const { sheet, trim, bleed, margins } = geometry;
  const { top, bottom, inside, outside } = margins;
  const isRightToLeft = directionOf(book.metadata.language) === 'rtl';
  return {
    ...(isRightToLeft && { isRightToLeft }),
    pages: pages.map(({ label, blank }, page) => ({ label, blank, file: '', number: page + 1 })),
    geometry: { sheet, trim, bleed, margins: { top, bottom, inside, outside } },
    contents: about.bookmarks.flatMap((bookmark) => entryOf(bookmark, anchors)),
    sections: sections(book).flatMap(({ id }) => {
      const page = anchors.get(id);
      return page === undefined ? [] : [{ id, page }];
    }),
    blocks,
  };
}

function entryOf({ id, title, children }: Bookmark, anchors: ReadonlyMap<string, number>): ContentsEntry[] {
  const page = anchors.get(id);
  const below = children.flatMap((child) => entryOf(child, anchors));
  return page === undefined ? below : [{ id, title, page, children: below }];
}
