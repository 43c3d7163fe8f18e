import { PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef, type PDFDocument } from 'pdf-lib';
import type { Shelf } from '../../../book/shelf.ts';
import { unseenForms } from '../content/unseen-forms.ts';
import { fontFacts } from '../content/font-facts.ts';
import { glyphJoiner } from '../content/glyph-joiner.ts';
import { ownersOf } from '../content/content-owners.ts';
import { muteShadows } from '../content/mute-shadows.ts';
import { rewriteStreams } from '../content/rewrite-streams.ts';
import type { Ink } from './ink.ts';
import { rewriteContent } from './rewrite-content.ts';
import type { Separator } from './separate.ts';

/** How a file is painted. */
interface Painting {
  readonly ink: Ink;
  /** Whether text may have shadows. */
  readonly hasShadows: boolean;
  /** Makes inks of colours, where the printer takes no others. */
  readonly separator: Separator | undefined;
}

/**
 * Rewrites everything that paints: pages, what they place, patterns and the glyphs of fonts whose
 * glyphs are drawn.
 *
 * @param painted what an earlier build made of the same streams
 * @returns the streams that set colours
 */
export async function rewritePainting(
  document: PDFDocument,
  { ink, hasShadows, separator }: Painting,
  painted: Shelf,
): Promise<Set<PDFRef>> {
  const coloured = new Set<PDFRef>();
  const streams = paintingStreams(document);
  const owners = ownersOf(document, streams);
  const unseen = new Map([...owners].map(([ref, owner]) => [ref, unseenForms(owner)] as const));
  const join = glyphJoiner();
  const fontsOf = fontFacts();
  const printed = `${ink} ${separator?.facts ?? ''}`;
  const facts = (ref: PDFRef): string => {
    const owner = owners.get(ref);
    return owner === undefined
      ? printed
      : `${printed} ${hasShadows}\n${unseen.get(ref)?.facts ?? ''}\n${fontsOf(owner)}`;
  };
  await rewriteStreams(
    document.context,
    new Set([...owners.keys(), ...streams]),
    (content, ref) => {
      const owner = owners.get(ref);
      const seen = unseen.get(ref)?.drop(content) ?? content;
      const read = hasShadows ? muteShadows(seen) : seen;
      const rewritten = rewriteContent(owner === undefined ? read : join(read, owner), ink, separator);
      if (rewritten.coloured) coloured.add(ref);
      return rewritten.bytes;
    },
    { shelf: painted, facts, found: coloured },
  );
  return coloured;
}

/** All but those of pages. */
function paintingStreams(document: PDFDocument): Set<PDFRef> {
  const found = new Set<PDFRef>();
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
