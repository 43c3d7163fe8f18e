import { getDocument, type PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';

/**
 * Begins to load a PDF; the caller destroys the task when it has read enough.
 *
 * @param bytes the file, which stays as it is
 */
export function loadPdf(bytes: Uint8Array): PDFDocumentLoadingTask {
  // pdf.js takes the buffer away from its owner.
  return getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
}
