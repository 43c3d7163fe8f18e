import { PDFDict, PDFName, PDFRawStream, PDFRef, type PDFDocument } from 'pdf-lib';
import { repack, unpacked } from '../press/streams.ts';

/** A glyph that by itself stands for no character, in a ToUnicode CMap (ISO 32000-1, 9.10.3). */
const meaningless = /(<[\dA-F]+>\s*)<0000>(?=\s*$)/gim;

/**
 * Maps glyphs that are only parts of characters, such as the dots of Arabic letters, to the
 * invisible grapheme joiner: zero, which Chrome writes, is no character (ISO 14289-1, 7.21.7). What they
 * are part of is said where they stand.
 */
export async function mapGlyphs(document: PDFDocument): Promise<void> {
  const { context } = document;
  for (const [, font] of context.enumerateIndirectObjects()) {
    const ref = font instanceof PDFDict ? font.get(PDFName.of('ToUnicode')) : undefined;
    const stream = ref instanceof PDFRef ? context.lookup(ref) : undefined;
    if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue;
    const map = Buffer.from(unpacked(stream) ?? []).toString('latin1');
    const meaningful = map.replaceAll(meaningless, '$1<034F>');
    if (meaningful !== map) await repack(context, ref, stream.dict, Buffer.from(meaningful, 'latin1'));
  }
}
