import { asDict, entry, nameOf, streamOf } from '../../../pdf/look-up.ts';
import { decodedBytes } from '../../../pdf/streams.ts';
import { unicodeRanges } from '../../../pdf/text/unicode-ranges.ts';
import type { PdfFont } from '../content/font.ts';

/** Simple fonts whose codes mean what a standard says need no map (ISO 14289-1, 7.21.7). */
const standardEncodings: ReadonlySet<string> = new Set([
  'WinAnsiEncoding',
  'MacRomanEncoding',
  'MacExpertEncoding',
]);

/**
 * What keeps the text of a font from being read aloud: there is no map to Unicode (ISO 32000-1,
 * 9.10.3), or it leaves codes out that are shown.
 */
export function unicodeFault(font: PdfFont, codes: ReadonlySet<number>): string | undefined {
  const { dict, type } = font;
  const stream = streamOf(dict, 'ToUnicode');
  if (stream === undefined) return isStandard(font) ? undefined : 'has no ToUnicode map';
  if (type === 'Type0' && !(nameOf(dict, 'Encoding') ?? '').startsWith('Identity')) return undefined;
  const cmap = decodedBytes(stream);
  if (cmap === undefined) return 'has a broken ToUnicode map';
  const ranges = unicodeRanges(cmap);
  const unknown = [...codes].filter(
    (code) =>
      !ranges.some(
        ({ first, last, textAt }) => code >= first && code <= last && isText(textAt(code - first)),
      ),
  );
  // The glyph of the missing character is told of elsewhere.
  const told = unknown.filter((code) => !font.isMissing(code));
  if (told.length === 0 || (type !== 'Type0' && isStandard(font))) return undefined;
  return `maps ${told.length} of its ${codes.size} characters to no Unicode`;
}

function isStandard({ dict, type }: PdfFont): boolean {
  if (type !== 'Type1' && type !== 'TrueType') return false;
  const encoding = entry(dict, 'Encoding');
  const base = nameOf(dict, 'Encoding') ?? nameOf(asDict(encoding), 'BaseEncoding') ?? '';
  return standardEncodings.has(base);
}

/** Whether it is text, and not one of the values no text has. */
function isText(text: string): boolean {
  return text !== '' && !/^[\0\uFEFF\uFFFE]$/.test(text);
}
