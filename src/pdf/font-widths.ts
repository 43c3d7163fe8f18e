import { PDFArray, PDFNumber, type PDFDict, type PDFObject } from 'pdf-lib';
import { arrayOf, asArray, asDict, dictOf, nameOf, numberOf, numbersOf } from './look-up.ts';
import { compositeWidths } from './text/composite-widths.ts';

/** The widths of the glyphs of a font. */
export interface FontWidths {
  /** Bytes of a code. */
  readonly codeLength: 1 | 2;
  /** In thousandths of the size; undefined where it is not known. */
  readonly width: (code: number) => number | undefined;
}

/** The widths that the dictionary of a font gives (ISO 32000-1, 9.2.4), whatever state it is in. */
export function fontWidths(dict: PDFDict): FontWidths {
  return nameOf(dict, 'Subtype') === 'Type0' ? ofCompositeFont(dict) : ofSimpleFont(dict);
}

function ofSimpleFont(dict: PDFDict): FontWidths {
  const first = numberOf(dict, 'FirstChar') ?? 0;
  const widths = numbersOf(dict, 'Widths') ?? [];
  const isDrawn = nameOf(dict, 'Subtype') === 'Type3';
  const scale = isDrawn ? (numbersOf(dict, 'FontMatrix')?.[0] ?? 0.001) * 1000 : 1;
  const missing = numberOf(dictOf(dict, 'FontDescriptor'), 'MissingWidth');
  return {
    codeLength: 1,
    width: (code) => {
      const width = widths[code - first] ?? missing;
      return width === undefined ? undefined : width * scale;
    },
  };
}

function ofCompositeFont(dict: PDFDict): FontWidths {
  const descendant = asDict(arrayOf(dict, 'DescendantFonts')[0]);
  if (!(nameOf(dict, 'Encoding') ?? '').startsWith('Identity'))
    return { codeLength: 2, width: () => undefined };
  const usual = numberOf(descendant, 'DW') ?? 1000;
  const widths = compositeWidths(plain(arrayOf(descendant, 'W')));
  return { codeLength: 2, width: (code) => widths.get(code) ?? usual };
}

/** The members of a `W` array as they are written; 0 for what is no number. */
function plain(members: ReadonlyArray<PDFObject>): Array<number | number[]> {
  return members.map((member) =>
    member instanceof PDFArray ? asArray(member).map(numeric) : numeric(member),
  );
}

function numeric(object: PDFObject): number {
  return object instanceof PDFNumber ? object.asNumber() : 0;
}
