import { PDFDict, PDFName, PDFRawStream, PDFRef } from 'pdf-lib';
import { unicodeTexts } from '../../../pdf/text/unicode-ranges.ts';
import { resourcesFor } from './content-owners.ts';
import { joinWords, type TextOf } from './join-words.ts';
import type { ContentRewriting } from './rewrite-pages.ts';
import { unpacked } from './rewrite-streams.ts';

/** Says of the words on pages what they mean where Chrome says it of their syllables. */
export function wordJoiner(): ContentRewriting {
  const known = new Map<PDFRef, ReadonlyMap<number, string>>();
  return (content, owner) => {
    const resources = resourcesFor(owner);
    // Few books have any.
    if (!fontsOf(resources).some((font) => hasSyllables(font, known))) return content;
    if (!Buffer.from(content.buffer, content.byteOffset, content.byteLength).includes('/ActualText'))
      return content;
    return joinWords(content, textsOf(resources, known));
  };
}

/** What the glyphs of the fonts of a page mean. */
function textsOf(resources: PDFDict | undefined, known: Map<PDFRef, ReadonlyMap<number, string>>): TextOf {
  const fonts = resources?.lookupMaybe(PDFName.of('Font'), PDFDict);
  return (name, code) => textsOfFont(fonts?.lookupMaybe(PDFName.of(name), PDFDict), known)?.get(code);
}

function textsOfFont(
  font: PDFDict | undefined,
  known: Map<PDFRef, ReadonlyMap<number, string>>,
): ReadonlyMap<number, string> | undefined {
  const ref = font?.get(PDFName.of('ToUnicode'));
  if (font === undefined || !(ref instanceof PDFRef)) return undefined;
  const texts = known.get(ref) ?? textsIn(font.lookup(PDFName.of('ToUnicode')));
  known.set(ref, texts);
  return texts;
}

function fontsOf(resources: PDFDict | undefined): PDFDict[] {
  const fonts = resources?.lookupMaybe(PDFName.of('Font'), PDFDict);
  return fonts?.keys().flatMap((name) => fonts.lookupMaybe(name, PDFDict) ?? []) ?? [];
}

/** From Devanagari to Sinhala: the scripts of India that are written in syllables. */
const syllables = /[\u0900-\u0DFF]/;

const syllabic = new WeakMap<ReadonlyMap<number, string>, boolean>();

function hasSyllables(font: PDFDict, known: Map<PDFRef, ReadonlyMap<number, string>>): boolean {
  const texts = textsOfFont(font, known);
  if (texts === undefined) return false;
  const has = syllabic.get(texts) ?? [...texts.values()].some((text) => syllables.test(text));
  syllabic.set(texts, has);
  return has;
}

function textsIn(stream: unknown): ReadonlyMap<number, string> {
  const cmap = stream instanceof PDFRawStream ? unpacked(stream) : undefined;
  return cmap === undefined ? new Map() : unicodeTexts(cmap);
}
