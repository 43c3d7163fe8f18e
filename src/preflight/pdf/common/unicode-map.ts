import { asDict, entry, nameOf, streamOf } from '../../../pdf/look-up.ts';
import { decodedBytes } from '../../../pdf/streams.ts';
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
  const ranges = readRanges(Buffer.from(cmap).toString('latin1'));
  const unknown = [...codes].filter(
    (code) => !ranges.some(({ first, last, isText }) => isText && code >= first && code <= last),
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

interface Range {
  readonly first: number;
  readonly last: number;
  /** Whether it leads to text, and not to the values no text has. */
  readonly isText: boolean;
}

/** The ranges of a CMap as fonts have them: `bfchar` and `bfrange`. */
function readRanges(cmap: string): Range[] {
  const ranges: Range[] = [];
  for (const [, kind, body = ''] of cmap.matchAll(/beginbf(char|range)([\s\S]*?)endbf\1/g)) {
    const entries =
      kind === 'char'
        ? /<\s*([\dA-Fa-f]+)\s*>()\s*<\s*([\dA-Fa-f\s]*)>/g
        : /<\s*([\dA-Fa-f]+)\s*>\s*<\s*([\dA-Fa-f]+)\s*>\s*(?:<\s*([\dA-Fa-f\s]*)>|\[[^\]]*\])/g;
    for (const [, from = '0', to = '', text = 'array'] of body.matchAll(entries)) {
      const first = Number.parseInt(from, 16);
      const last = to === '' ? first : Number.parseInt(to, 16);
      ranges.push({ first, last, isText: !/^(?:0000|FEFF|FFFE|)$/i.test(text.trim()) });
    }
  }
  return ranges;
}
