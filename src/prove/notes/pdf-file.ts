import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { loadPdf } from '../load-pdf.ts';
import { idOf, readPage, type PdfPage } from './pdf-page.ts';

/** A place in the PDF: the index of the page, and the height above its lower edge in points. */
export interface PdfPlace {
  readonly page: number;
  readonly y: number;
}

/** A PDF read as far as it is asked for. */
export interface PdfFile {
  readonly pages: number;
  /** The named destinations, in any order. */
  readonly destinations: ReadonlyMap<string, PdfPlace>;
  /** A page by its index; it is read once. */
  page(index: number): Promise<PdfPage>;
  close(): Promise<void>;
}

/**
 * Opens a PDF: named destinations at once (ISO 32000-1, 12.3.2.3), pages when they are asked for.
 *
 * @param bytes the file, which stays as it is
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile> {
  const loading = loadPdf(bytes);
  try {
    const document = await loading.promise;
    const read = new Map<number, Promise<PdfPage>>();
    return {
      pages: document.numPages,
      destinations: await destinationsOf(document),
      page: (index) => {
        const page = read.get(index) ?? document.getPage(index + 1).then(readPage);
        read.set(index, page);
        return page;
      },
      close: () => loading.destroy(),
    };
  } catch (error) {
    await loading.destroy();
    throw error;
  }
}

async function destinationsOf(document: PDFDocumentProxy): Promise<Map<string, PdfPlace>> {
  const places = new Map<string, PdfPlace>();
  const indices = new Map<string, number>();
  for (const [name, explicit] of Object.entries(
    (await document.getDestinations()) as Record<string, unknown>,
  )) {
    const [target, , , y] = explicit as [{ num: number; gen: number }, unknown, unknown, unknown];
    const key = JSON.stringify(target);
    const page = indices.get(key) ?? (await document.getPageIndex(target).catch(() => -1));
    indices.set(key, page);
    if (page >= 0) places.set(idOf(name), { page, y: Number(y) });
  }
  return places;
}
