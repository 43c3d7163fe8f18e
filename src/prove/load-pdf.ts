import { readsBase64 } from './before-pdfjs.ts';
import { getDocument, type PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
// Else pdf.js loads it when the first file is opened, which is when everything waits for it.
// oxlint-disable-next-line import/no-unassigned-import -- it announces itself to pdf.js
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';

// pdf.js brings a way of its own to read base64, many times slower than Node's; puppeteer would take it
// for the one of the language and receive whole books through it.
if (!readsBase64) Reflect.deleteProperty(Uint8Array, 'fromBase64');

/**
 * Begins to load a PDF; the caller destroys the task when it has read enough.
 *
 * @param bytes the file, which stays as it is
 */
export function loadPdf(bytes: Uint8Array): PDFDocumentLoadingTask {
  // pdf.js takes the buffer away from its owner.
  return getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
}
