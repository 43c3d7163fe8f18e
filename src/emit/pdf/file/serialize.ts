import { PDFStreamWriter, type PDFDocument } from 'pdf-lib';

/**
 * How many objects are packed into one stream (ISO 32000-1, 7.5.7): each stream costs the packer a
 * start, and what comes after it forgets what it knew.
 */
const objectsPerStream = 500;

/**
 * The bytes of a document, its objects in packed streams: equal for equal documents.
 *
 * @returns PDF 1.7
 */
export async function serialize(document: PDFDocument): Promise<Uint8Array> {
  await document.flush();
  return PDFStreamWriter.forContext(document.context, Infinity, true, objectsPerStream).serializeToBuffer();
}
