import { PDFNumber, PDFStream, type PDFDict, type PDFObject } from 'pdf-lib';
import {
  arrayOf,
  asArray,
  asDict,
  dictOf,
  entry,
  nameOf,
  numberOf,
  numbersOf,
} from '../../../pdf/look-up.ts';
import { decodedBytes } from '../../../pdf/streams.ts';

/** A font as the content uses it. */
export interface PdfFont {
  readonly dict: PDFDict;
  /** Without the tag of a subset. */
  readonly name: string;
  /** `Type0`, `Type1`, `TrueType`, `Type3`, … */
  readonly type: string;
  readonly isEmbedded: boolean;
  /** Bytes of a code. */
  readonly codeLength: 1 | 2;
  /** In thousandths of the size; undefined where it is not known. */
  width(code: number): number | undefined;
  /** Whether a code shows the glyph that stands for all that are missing. */
  isMissing(code: number): boolean;
}

/** The font of a dictionary (ISO 32000-1, 9.5 to 9.8), whatever state it is in. */
export function readFont(dict: PDFDict): PdfFont {
  const type = nameOf(dict, 'Subtype') ?? 'unknown';
  return type === 'Type0' ? compositeFont(dict) : simpleFont(dict, type);
}

function simpleFont(dict: PDFDict, type: string): PdfFont {
  const first = numberOf(dict, 'FirstChar') ?? 0;
  const widths = numbersOf(dict, 'Widths') ?? [];
  const descriptor = dictOf(dict, 'FontDescriptor');
  const scale = type === 'Type3' ? (numbersOf(dict, 'FontMatrix')?.[0] ?? 0.001) * 1000 : 1;
  const missing = numberOf(descriptor, 'MissingWidth');
  return {
    dict,
    name: fontName(dict) ?? (type === 'Type3' ? 'without a name' : 'unknown'),
    type,
    // The drawings of a Type 3 font are in the file by nature.
    isEmbedded: type === 'Type3' || isEmbedded(descriptor),
    codeLength: 1,
    width: (code) => {
      const width = widths[code - first] ?? missing;
      return width === undefined ? undefined : width * scale;
    },
    isMissing: () => false,
  };
}

function compositeFont(dict: PDFDict): PdfFont {
  const [first] = arrayOf(dict, 'DescendantFonts');
  const descendant = asDict(first);
  const isIdentity = (nameOf(dict, 'Encoding') ?? '').startsWith('Identity');
  const usual = numberOf(descendant, 'DW') ?? 1000;
  const widths = compositeWidths(arrayOf(descendant, 'W'));
  const toGlyph = entry(descendant, 'CIDToGIDMap');
  const glyphs = isIdentity && toGlyph instanceof PDFStream ? decodedBytes(toGlyph) : undefined;
  return {
    dict,
    name: fontName(dict) ?? fontName(descendant) ?? 'unknown',
    type: 'Type0',
    isEmbedded: isEmbedded(dictOf(descendant, 'FontDescriptor')),
    codeLength: 2,
    width: (code) => (isIdentity ? (widths.get(code) ?? usual) : undefined),
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

/** A code has two bytes. */
const highestCode = 0xffff;

/** ISO 32000-1, 9.7.4.3. */
function compositeWidths(members: ReadonlyArray<PDFObject>): Map<number, number> {
  const widths = new Map<number, number>();
  // Ranges that lie over one another would take for ever.
  let room = 16 * highestCode;
  for (let index = 0; index < members.length;) {
    const first = numeric(members[index]);
    const second = members[index + 1];
    if (second instanceof PDFNumber) {
      const width = numeric(members[index + 2]);
      const last = Math.min(second.asNumber(), highestCode);
      for (let code = Math.max(first, 0); code <= last && room > 0; code++, room--) widths.set(code, width);
      index += 3;
    } else {
      asArray(second).forEach((width, offset) => widths.set(first + offset, numeric(width)));
      index += 2;
    }
  }
  return widths;
}

function numeric(object: PDFObject | undefined): number {
  return object instanceof PDFNumber ? object.asNumber() : 0;
}
