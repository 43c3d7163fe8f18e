import { classAt, space } from './tokens.ts';

/** So many bytes after an `EI` tell whether it ends the data or is a part of it. */
const lookAhead = 12;

/**
 * Where an inline image ends: after its `EI` (ISO 32000-1, 8.9.7).
 *
 * The data carry no length: the end is the first `EI` between white space that text follows.
 *
 * @param start the first byte after `ID`
 */
export function endOfInlineImage(bytes: Uint8Array, start: number): number {
  for (let index = start + 1; index + 1 < bytes.length; index += 1) {
    const isEnd =
      bytes[index] === 0x45 &&
      bytes[index + 1] === 0x49 &&
      classAt(bytes, index - 1) === space &&
      classAt(bytes, index + 2) === space &&
      isText(bytes.subarray(index + 2, index + 2 + lookAhead));
    if (isEnd) return index + 2;
  }
  return bytes.length;
}

function isText(bytes: Uint8Array): boolean {
  return bytes.every(
    (byte) => (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09,
  );
}
