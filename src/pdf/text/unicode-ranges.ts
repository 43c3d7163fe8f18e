import { append } from '../../book/long-lists.ts';

/** Codes in a row and what they mean. */
export interface UnicodeRange {
  readonly first: number;
  readonly last: number;
  /** What the code means that lies so far behind the first; empty where nothing is said. */
  readonly textAt: (offset: number) => string;
}

/**
 * What the codes of a font mean, as its ToUnicode CMap says (ISO 32000-1, 9.10.3): `bfchar` and
 * `bfrange`.
 *
 * @param cmap the stream, unpacked
 */
export function unicodeRanges(cmap: Uint8Array): UnicodeRange[] {
  const source = Buffer.from(cmap.buffer, cmap.byteOffset, cmap.byteLength).toString('latin1');
  const ranges: UnicodeRange[] = [];
  // What has no end goes on to the next: it is looked for once.
  for (const [, kind, body = ''] of source.matchAll(
    /beginbf(char|range)([\s\S]*?)(?:endbf\1|(?=beginbf)|$)/g,
  ))
    append(ranges, kind === 'char' ? characters(body) : rangesIn(body));
  return ranges;
}

/** A code has two bytes at the most. */
const highestCode = 0xffff;

/**
 * The same, code by code.
 *
 * @param cmap the stream, unpacked
 */
export function unicodeTexts(cmap: Uint8Array): Map<number, string> {
  const texts = new Map<number, string>();
  for (const { first, last, textAt } of unicodeRanges(cmap))
    for (let code = first; code <= Math.min(last, highestCode); code += 1)
      texts.set(code, textAt(code - first));
  return texts;
}

function characters(body: string): UnicodeRange[] {
  return Array.from(
    body.matchAll(/<\s*([\dA-Fa-f]+)\s*>\s*<([\dA-Fa-f\s]*)>/g),
    ([, hexadecimal = '', text = '']) => {
      const code = Number.parseInt(hexadecimal, 16);
      return { first: code, last: code, textAt: () => textOf(text) };
    },
  );
}

function rangesIn(body: string): UnicodeRange[] {
  const entries = body.matchAll(
    /<\s*([\dA-Fa-f]+)\s*>\s*<\s*([\dA-Fa-f]+)\s*>\s*(?:<([\dA-Fa-f\s]*)>|\[([^\]]*)\])/g,
  );
  return Array.from(entries, ([, first = '', last = '', text = '', list]) => ({
    first: Number.parseInt(first, 16),
    last: Number.parseInt(last, 16),
    textAt: list === undefined ? counting(textOf(text)) : listed(list),
  }));
}

/** The last unit of the text counts on. */
function counting(text: string): (offset: number) => string {
  const last = text.length - 1;
  return (offset) =>
    text === '' ? '' : text.slice(0, last) + String.fromCharCode(text.charCodeAt(last) + offset);
}

function listed(list: string): (offset: number) => string {
  const texts = Array.from(list.matchAll(/<([\dA-Fa-f\s]*)>/g), ([, each = '']) => textOf(each));
  return (offset) => texts[offset] ?? '';
}

/** UTF-16, its higher byte first. */
function textOf(hexadecimal: string): string {
  const bytes = Buffer.from(hexadecimal.replaceAll(/\s/g, ''), 'hex');
  return bytes
    .subarray(0, bytes.length & ~1)
    .swap16()
    .toString('utf16le');
}
