import { PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef, type PDFDocument } from 'pdf-lib';
import { glyphJoiner } from '../content/glyph-joiner.ts';
import { pagesOf } from '../content/rewrite-pages.ts';
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
  const pages = pagesOf(document);
  const join = glyphJoiner();
  await rewriteStreams(document.context, paintingStreams(document, pages.keys()), (content, ref) => {
    const page = pages.get(ref);
    const rewritten = rewriteContent(page === undefined ? content : join(content, page), ink);
    if (rewritten.coloured) coloured.add(ref);
    return rewritten.bytes;
  });
  return coloured;
}

function paintingStreams(document: PDFDocument, pages: Iterable<PDFRef>): Set<PDFRef> {
  const found = new Set(pages);
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
