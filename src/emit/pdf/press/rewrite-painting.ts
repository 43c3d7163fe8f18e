import { PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef, type PDFDocument } from 'pdf-lib';
import { contentsOf } from '../content/contents-of.ts';
import { rewriteStreams } from '../content/rewrite-streams.ts';
import type { Ink } from './ink.ts';
import { rewriteContent } from './rewrite-content.ts';

/**
 * Rewrites everything that paints: pages, what they place, patterns and the glyphs of fonts whose
 * glyphs are drawn.
 *
 * @returns the streams that set colours
 */
export async function rewritePainting(document: PDFDocument, ink: Ink): Promise<Set<PDFRef>> {
  const coloured = new Set<PDFRef>();
  await rewriteStreams(document.context, paintingStreams(document), (content, ref) => {
    const rewritten = rewriteContent(content, ink);
    if (rewritten.coloured) coloured.add(ref);
    return rewritten.bytes;
  });
  return coloured;
}

function paintingStreams(document: PDFDocument): Set<PDFRef> {
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
