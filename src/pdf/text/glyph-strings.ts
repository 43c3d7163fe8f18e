import { isNumeric, isRegular, isSpace } from '../content/tokens.ts';

/**
 * Reads on over glyph after glyph as Chrome writes them, `5.03 0 Td <0042> Tj`: nine of ten operations
 * of a book. Where they stand does not count any more.
 *
 * @param show takes the code of each glyph
 * @param codeLength bytes of a code
 * @returns the index behind the last of them
 */
export function readGlyphs(
  content: Uint8Array,
  start: number,
  codeLength: number,
  show: (code: number) => void,
): number {
  let done = start;
  for (;;) {
    const string = skipMove(content, done);
    if (content[string] !== 0x3c) return done;
    let index = string + 1;
    while (isHexadecimal(content[index]!)) index += 1;
    // Anything else than whole codes is for those who read every kind of string.
    if (content[index] !== 0x3e || (index - string - 1) % (2 * codeLength) !== 0) return done;
    const end = behindWord(content, index + 1, 0x54, 0x6a);
    if (end < 0) return done;
    let code = 0;
    for (let digit = string + 1; digit < index; digit += 1) {
      code = code * 16 + valueOf(content[digit]!);
      if ((digit - string) % (2 * codeLength) === 0) {
        show(code);
        code = 0;
      }
    }
    done = end;
  }
}

/** Behind `5.03 0 Td ` where that comes, and behind white space. */
function skipMove(content: Uint8Array, start: number): number {
  let index = skipBlank(content, start);
  if (!isNumeric(content[index] ?? 0)) return index;
  for (let number = 0; number < 2; number += 1) {
    while (isNumeric(content[index] ?? 0)) index += 1;
    index = skipBlank(content, index);
  }
  const end = behindWord(content, index, 0x54, 0x64);
  return end < 0 ? start : skipBlank(content, end);
}

/** The index behind a word of two letters; -1 where another stands there. */
function behindWord(content: Uint8Array, start: number, first: number, second: number): number {
  const index = skipBlank(content, start);
  const isWord = content[index] === first && content[index + 1] === second;
  return isWord && !isRegular(content[index + 2] ?? 0x20) ? index + 2 : -1;
}

function skipBlank(content: Uint8Array, start: number): number {
  let index = start;
  while (index < content.length && isSpace(content[index]!)) index += 1;
  return index;
}

function isHexadecimal(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);
}

function valueOf(digit: number): number {
  return digit <= 0x39 ? digit - 0x30 : (digit | 0x20) - 0x57;
}
