/** A text string (ISO 32000-1, 7.9.2.2): UTF-16 or UTF-8 behind their marks, else taken for Latin-1. */
export function textString(bytes: ReadonlyArray<number>): string {
  const buffer = Buffer.from(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return buffer
      .subarray(2, bytes.length & ~1)
      .swap16()
      .toString('utf16le');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return buffer.subarray(3).toString('utf8');
  return buffer.toString('latin1');
}
