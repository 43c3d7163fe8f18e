import type { Bytes } from '../../book/bytes.ts';
import { destinationsOf, type Place } from '../../pdf/file/destinations.ts';
import { Objects } from '../../pdf/file/objects.ts';
import { filePages } from '../../pdf/file/pages.ts';
import { TextFonts } from '../../pdf/text/fonts.ts';
import { readPage, type PdfPage } from './pdf-page.ts';

/** A PDF read as far as it is asked for. */
export interface PdfFile {
  readonly pages: number;
  /** The named destinations, in any order. */
  readonly destinations: ReadonlyMap<string, Place>;
  /** A page by its index; it is read once. */
  page(index: number): PdfPage;
}

/**
 * Opens a PDF: named destinations at once (ISO 32000-1, 12.3.2.3), pages when they are asked for.
 *
 * @param bytes the file, which stays as it is
 * @throws FileError where it cannot be read
 */
export function openPdf(bytes: Bytes): PdfFile {
  const objects = Objects.of(bytes);
  const pages = filePages(objects);
  const fonts = new TextFonts(objects, (text) => text);
  const read = new Map<number, PdfPage>();
  return {
    pages: pages.length,
    destinations: destinationsOf(objects),
    page: (index) => {
      const page = read.get(index) ?? readPage(pages[index]!, objects, fonts);
      read.set(index, page);
      return page;
    },
  };
}
