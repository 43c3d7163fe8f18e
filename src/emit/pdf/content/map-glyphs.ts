import { PDFDict, PDFName, PDFRef, type PDFDocument } from 'pdf-lib';
import { rewriteStreams } from './rewrite-streams.ts';

/** A glyph that by itself stands for no character, in a ToUnicode CMap (ISO 32000-1, 9.10.3). */
const meaningless = /(<[\dA-F]+>\s*)<0000>(?=\s*$)/gim;

/**
 * Maps glyphs that are only parts of characters, such as the dots of Arabic letters, to the
 * invisible grapheme joiner: zero, which Chrome writes, is no character (ISO 14289-1, 7.21.7). What they
 * are part of is said where they stand.
 */
export async function mapGlyphs(document: PDFDocument): Promise<void> {
  const maps = new Set<PDFRef>();
  for (const [, font] of document.context.enumerateIndirectObjects()) {
    const ref = font instanceof PDFDict ? font.get(PDFName.of('ToUnicode')) : undefined;
    if (ref instanceof PDFRef) maps.add(ref);
  }
  await rewriteStreams(document.context, maps, (content) => {
    const map = Buffer.from(content).toString('latin1');
    const meaningful = map.replaceAll(meaningless, '$1<034F>');
    return meaningful === map ? content : Buffer.from(meaningful, 'latin1');
  });
}
