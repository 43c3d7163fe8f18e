import { createHash, type Hash } from 'node:crypto';
import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef, type PDFContext, type PDFObject } from 'pdf-lib';
import { resourcesFor, type ContentOwner } from './content-owners.ts';

/**
 * What the fonts of pages are, in words: their names, and digests of everything they consist of. Two pages, of
 * one file or of two, have the same fonts where the words are the same.
 */
export function fontFacts(): (owner: ContentOwner) => string {
  const known = new Map<PDFObject, string>();
  return (owner) => {
    const fonts = resourcesFor(owner)?.lookupMaybe(PDFName.of('Font'), PDFDict);
    return (fonts?.entries() ?? [])
      .map(([name, font]) => {
        const digest = known.get(font) ?? digestOf(font, owner.context);
        known.set(font, digest);
        return `${name.toString()} ${digest}`;
      })
      .join('\n');
  };
}

function digestOf(font: PDFObject, context: PDFContext): string {
  const hash = createHash('sha256');
  add(font, context, hash, new Map());
  return hash.digest('hex');
}

/** Adds an object with all it refers to. Numbers of objects say nothing, and glyphs may lead back to their font. */
function add(object: PDFObject | undefined, context: PDFContext, hash: Hash, met: Map<PDFRef, number>): void {
  if (object instanceof PDFRef) {
    const before = met.get(object);
    hash.update(before === undefined ? 'first ' : `again ${before} `);
    if (before !== undefined) return;
    met.set(object, met.size);
    add(context.lookup(object), context, hash, met);
  } else if (object instanceof PDFDict) addMembers(object, context, hash, met);
  else if (object instanceof PDFArray) {
    hash.update(`[${object.size()} `);
    for (const member of object.asArray()) add(member, context, hash, met);
  } else if (object instanceof PDFRawStream) {
    addMembers(object.dict, context, hash, met);
    hash.update(object.contents);
  } else hash.update(`${object?.toString()} `);
}

function addMembers(dict: PDFDict, context: PDFContext, hash: Hash, met: Map<PDFRef, number>): void {
  hash.update(`<<${dict.keys().length} `);
  for (const [key, value] of dict.entries()) {
    hash.update(`${key.toString()} `);
    add(value, context, hash, met);
  }
}
