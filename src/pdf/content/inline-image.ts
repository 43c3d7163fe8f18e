import { isRegular, isSpace } from './tokens.ts';

/** So many bytes after an `EI` tell whether it ends the data or is a part of it. */
const lookAhead = 12;

/**
 * Where an inline image ends: after its `EI` (ISO 32000-1, 8.9.7).
 *
 * The data carry no length: the end is the first `EI` behind white space that text follows.
 *
 * @param start the first byte after `ID`
 */
export function endOfInlineImage(bytes: Uint8Array, start: number): number {
  for (let index = start + 1; index + 1 < bytes.length; index += 1) {
    if (bytes[index] === 0x45 && bytes[index + 1] === 0x49 && isEnd(bytes, index)) return index + 2;
  }
  return bytes.length;
}

function isEnd(bytes: Uint8Array, index: number): boolean {
  const [before, after] = [bytes[index - 1]!, bytes[index + 2] ?? 0x20];
  return isSpace(before) && !isRegular(after) && isText(bytes.subarray(index + 2, index + 2 + lookAhead));
}

function isText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => (byte >= 0x20 && byte < 0x7f) || (byte !== 0 && isSpace(byte)));
}
