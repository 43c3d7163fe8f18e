import { PDFHexString, type PDFDocument } from 'pdf-lib';
import type { Bytes } from '../../../book/bytes.ts';
import { serialize } from './serialize.ts';

/** As long as an identifier. */
const placeholder = '0'.repeat(32);

/**
 * The file with an identifier (ISO 32000-1, 14.4) made of everything else in it: equal for equal
 * content only.
 *
 * @param scratch the folder for what would fill the memory; without one all stays in memory
 * @returns PDF 1.7 with object streams
 */
export async function saveIdentified(document: PDFDocument, scratch?: string): Promise<Bytes> {
  const place = PDFHexString.of(placeholder);
  document.context.trailerInfo.ID = document.context.obj([place, place]);
  return serialize(document, { placeholder, scratch });
}
