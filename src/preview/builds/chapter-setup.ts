import type { Asset } from '../../book/book.ts';
import type { ComposedBook } from '../../build/composed-book.ts';
import type { ObservedMatter } from '../../build/observer.ts';
import type { Source } from '../../build/source.ts';
import { paginationOptions } from '../../emit/pdf/page/pagination-options.ts';
import type { PrintedBook } from '../../emit/pdf/print-book.ts';
import type { ChapterSetup } from '../chapter/chapter-printer.ts';

/** What of a print of the whole book decides how a chapter of it is printed by itself, as plain data. */
export function chapterSetup(
  { geometry, pageMap: { pages, anchors } }: PrintedBook,
  { book, looks, products }: ObservedMatter,
  { assets, missing }: ComposedBook,
  source: Source | undefined,
): ChapterSetup {
  const ownFonts = [...(source?.ownFonts.values() ?? [])];
  const fonts = new Set(ownFonts.map(({ path }) => path));
  return {
    whole: {
      looks,
      geometry,
      sections: paginationOptions(book, geometry).sections,
      pages,
      anchors,
      firstArabic: anchors.get(book.body[0]?.id ?? '') ?? 0,
    },
    products,
    fonts: ownFonts,
    missing,
    pictures: [...assets.values()].filter(({ path }) => !fonts.has(path)).map(withoutBytes),
  };
}

function withoutBytes({ path, mediaType, width, height }: Asset): Omit<Asset, 'bytes'> {
  return { path, mediaType, ...(width !== undefined && { width }), ...(height !== undefined && { height }) };
}
