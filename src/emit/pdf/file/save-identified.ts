import { createHash } from 'node:crypto';
import { PDFHexString, type PDFDocument } from 'pdf-lib';
import { serialize } from './serialize.ts';

const blank = '0'.repeat(32);

/**
 * The file with an identifier (ISO 32000-1, 14.4) made of everything else in it: equal for equal
 * content only.
 *
 * @returns PDF 1.7 with object streams
 */
export async function saveIdentified(document: PDFDocument): Promise<Uint8Array> {
  const place = PDFHexString.of(blank);
  document.context.trailerInfo.ID = document.context.obj([place, place]);
  const saved = await serialize(document);
  const bytes = Buffer.from(saved.buffer, saved.byteOffset, saved.byteLength);
  const identifier = createHash('md5').update(bytes).digest('hex');
  // The trailer comes last, and is not packed.
  const second = bytes.lastIndexOf(`<${blank}>`);
  const first = bytes.lastIndexOf(`<${blank}>`, second - 1);
  for (const start of [first, second]) bytes.write(identifier, start + 1, 'latin1');
  return saved;
}
