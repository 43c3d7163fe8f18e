import { PDFDocument, PDFName, type PDFPage } from 'pdf-lib';

/** Width and height in PDF points. */
export interface Extent {
  readonly width: number;
  readonly height: number;
}

/** What a PDF says of the size of its only page, or why it is no cover. */
export type MeasuredCover =
  | { readonly sheet: Extent; readonly trim?: Extent; readonly fault?: never }
  | { readonly fault: string };

/**
 * The size of a finished cover: its page, and the trimmed page where the file states one of its own.
 *
 * @param bytes a PDF
 */
export async function measureCover(bytes: Uint8Array): Promise<MeasuredCover> {
  const pages = await pagesOf(bytes);
  if (typeof pages === 'string') return { fault: pages };
  const [page] = pages;
  if (page === undefined || pages.length > 1) return { fault: `has ${pages.length} pages, not one` };
  const sheet = shown(page.getMediaBox(), page);
  const trim = shown(page.getTrimBox(), page);
  // Many programs write a TrimBox that says nothing.
  const stated =
    page.node.has(PDFName.of('TrimBox')) && (trim.width < sheet.width || trim.height < sheet.height);
  return stated ? { sheet, trim } : { sheet };
}

/** As a reader shows it: turned pages exchange their sides. */
function shown({ width, height }: Extent, page: PDFPage): Extent {
  return page.getRotation().angle % 180 === 0 ? { width, height } : { width: height, height: width };
}

/** The pages, or why they cannot be had. */
async function pagesOf(bytes: Uint8Array): Promise<PDFPage[] | string> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true });
    return document.isEncrypted ? 'is locked with a password' : document.getPages();
  } catch {
    return 'cannot be read: the file is damaged or cut short';
  }
}
