import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef, type PDFDocument } from 'pdf-lib';
import type { Ink } from './ink.ts';
import { rewriteContent } from './rewrite-content.ts';
import { repack, unpacked } from './streams.ts';

/** How many streams are packed at the same time. */
const atOnce = 8;

/**
 * Rewrites everything that paints: pages, what they place, patterns and the glyphs of fonts whose
 * glyphs are drawn.
 *
 * @returns the streams that set colours
 */
export async function rewriteStreams(document: PDFDocument, ink: Ink): Promise<Set<PDFRef>> {
  const { context } = document;
  const coloured = new Set<PDFRef>();
  const packing: Array<Promise<void>> = [];
  for (const ref of contentStreams(document)) {
    const stream = context.lookup(ref);
    const content = stream instanceof PDFRawStream ? unpacked(stream) : undefined;
    if (content === undefined) continue;
    const rewritten = rewriteContent(content, ink);
    if (rewritten.coloured) coloured.add(ref);
    if (rewritten.bytes !== content)
      packing.push(repack(context, ref, (stream as PDFRawStream).dict, rewritten.bytes));
    // Every one on its way takes a quarter of a megabyte.
    if (packing.length >= atOnce) await packing.shift();
  }
  await Promise.all(packing);
  return coloured;
}

function contentStreams(document: PDFDocument): Set<PDFRef> {
  const found = new Set<PDFRef>();
  for (const { node } of document.getPages()) for (const ref of contentsOf(node)) found.add(ref);
  for (const [ref, object] of document.context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream) {
      const isForm = object.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Form');
      const pattern = object.dict.lookup(PDFName.of('PatternType'));
      if (isForm || (pattern instanceof PDFNumber && pattern.asNumber() === 1)) found.add(ref);
    } else if (object instanceof PDFDict) {
      const glyphs = object.lookup(PDFName.of('CharProcs'));
      if (glyphs instanceof PDFDict)
        for (const glyph of glyphs.values()) if (glyph instanceof PDFRef) found.add(glyph);
    }
  }
  return found;
}

/** The streams a page consists of, in order. */
export function contentsOf(page: PDFDict): PDFRef[] {
  const contents = page.get(PDFName.of('Contents'));
  const list = page.lookup(PDFName.of('Contents'));
  const refs = list instanceof PDFArray ? list.asArray() : [contents];
  return refs.filter((ref) => ref instanceof PDFRef);
}
