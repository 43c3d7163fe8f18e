import { PDFStream, type PDFDict } from 'pdf-lib';
import { fontWidths, type FontWidths } from '../../../pdf/font-widths.ts';
import { arrayOf, asDict, dictOf, entry, nameOf } from '../../../pdf/look-up.ts';
import { decodedBytes } from '../../../pdf/streams.ts';

/** A font as the content uses it. */
export interface PdfFont extends FontWidths {
  readonly dict: PDFDict;
  /** Without the tag of a subset. */
  readonly name: string;
  /** `Type0`, `Type1`, `TrueType`, `Type3`, … */
  readonly type: string;
  readonly isEmbedded: boolean;
  /** Whether a code shows the glyph that stands for all that are missing. */
  isMissing(code: number): boolean;
}

/** The font of a dictionary (ISO 32000-1, 9.5 to 9.8), whatever state it is in. */
export function readFont(dict: PDFDict): PdfFont {
  const type = nameOf(dict, 'Subtype') ?? 'unknown';
  return type === 'Type0' ? compositeFont(dict) : simpleFont(dict, type);
}

function simpleFont(dict: PDFDict, type: string): PdfFont {
  return {
    ...fontWidths(dict),
    dict,
    name: fontName(dict) ?? (type === 'Type3' ? 'without a name' : 'unknown'),
    type,
    // The drawings of a Type 3 font are in the file by nature.
    isEmbedded: type === 'Type3' || isEmbedded(dictOf(dict, 'FontDescriptor')),
    isMissing: () => false,
  };
}

function compositeFont(dict: PDFDict): PdfFont {
  const [first] = arrayOf(dict, 'DescendantFonts');
  const descendant = asDict(first);
  const isIdentity = (nameOf(dict, 'Encoding') ?? '').startsWith('Identity');
  const toGlyph = entry(descendant, 'CIDToGIDMap');
  const glyphs = isIdentity && toGlyph instanceof PDFStream ? decodedBytes(toGlyph) : undefined;
  return {
    ...fontWidths(dict),
    dict,
    name: fontName(dict) ?? fontName(descendant) ?? 'unknown',
    type: 'Type0',
    isEmbedded: isEmbedded(dictOf(descendant, 'FontDescriptor')),
    isMissing: (code) => {
      if (!isIdentity) return false;
      if (glyphs === undefined) return code === 0;
      return ((glyphs[2 * code] ?? 0) << 8) + (glyphs[2 * code + 1] ?? 0) === 0;
    },
  };
}

function fontName(dict: PDFDict | undefined): string | undefined {
  return (nameOf(dict, 'BaseFont') ?? nameOf(dict, 'Name'))?.replace(/^[A-Z]{6}\+/, '');
}

function isEmbedded(descriptor: PDFDict | undefined): boolean {
  return ['FontFile', 'FontFile2', 'FontFile3'].some((key) => entry(descriptor, key) instanceof PDFStream);
}
