import { PDFDict, PDFName } from 'pdf-lib';
import { fontWidths } from '../../../pdf/font-widths.ts';
import { resourcesFor } from './content-owners.ts';
import { GlyphRows, type GlyphAdvances } from './glyph-rows.ts';
import { joinGlyphs } from './join-glyphs.ts';
import type { ContentRewriting } from './rewrite-pages.ts';

/** Shows on pages in one go what stands in a row, with the widths that its fonts have. */
export function glyphJoiner(): ContentRewriting {
  const known = new Map<PDFDict, GlyphAdvances>();
  const rows = new GlyphRows();
  return (content, owner) => {
    const fonts = resourcesFor(owner)?.lookupMaybe(PDFName.of('Font'), PDFDict);
    const named = (name: string): GlyphAdvances | undefined => {
      const font = fonts?.lookupMaybe(PDFName.of(name), PDFDict);
      if (font === undefined) return undefined;
      const advances = known.get(font) ?? advancesOf(font);
      known.set(font, advances);
      return advances;
    };
    return joinGlyphs(content, named, rows);
  };
}

/** A table of all codes is read many times faster than the font. */
function advancesOf(font: PDFDict): GlyphAdvances {
  const { codeLength, width } = fontWidths(font);
  const table = new Float64Array(256 ** codeLength).fill(Number.NaN);
  const of = (code: number): number => {
    if (Number.isNaN(table[code])) table[code] = width(code) ?? Number.NaN;
    return table[code]!;
  };
  return { codeLength, of };
}
