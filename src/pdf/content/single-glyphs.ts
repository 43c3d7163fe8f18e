/**
 * Where a glyph ends that stands by itself, as Chrome writes nine of ten operations of a book:
 * `5.03 0 Td <0042> Tj` and a line break.
 *
 * @returns the index behind the line; -1 where something else begins at `start`
 */
export function endOfGlyph(bytes: Uint8Array, start: number): number {
  let index = start;
  // Written out, as this is done for every byte of a book, several times: digits, points and signs.
  let byte = bytes[index]!;
  while (byte >= 0x2d && byte <= 0x39 && byte !== 0x2f) byte = bytes[(index += 1)]!;
  if (byte !== 0x20) return -1;
  byte = bytes[(index += 1)]!;
  while (byte >= 0x2d && byte <= 0x39 && byte !== 0x2f) byte = bytes[(index += 1)]!;
  // ` Td <`
  if (byte !== 0x20 || bytes[index + 1] !== 0x54 || bytes[index + 2] !== 0x64) return -1;
  if (bytes[index + 3] !== 0x20 || bytes[index + 4] !== 0x3c) return -1;
  byte = bytes[(index += 5)]!;
  while ((byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46)) byte = bytes[(index += 1)]!;
  // `> Tj`
  if (byte !== 0x3e || bytes[index + 1] !== 0x20 || bytes[index + 2] !== 0x54) return -1;
  return bytes[index + 3] === 0x6a && bytes[index + 4] === 0x0a ? index + 5 : -1;
}

/** How many bytes stand behind the last digit in such a line. */
export const behindDigits = 5;

/** Where a row of such glyphs ends; `start` itself where there is none. */
export function skipGlyphs(bytes: Uint8Array, start: number): number {
  let done = start;
  for (let end = endOfGlyph(bytes, done); end > 0; end = endOfGlyph(bytes, done)) done = end;
  return done;
}
