import { digitValue } from './tokens.ts';

/** The bytes of a string in angle brackets (ISO 32000-1, 7.3.4.3). */
export function readHexString(bytes: Uint8Array, start: number, end: number): number[] {
  const out: number[] = [];
  let half = -1;
  for (let index = start + 1; index < end; index += 1) {
    const digit = digitValue(bytes[index]!);
    if (digit < 0) continue;
    if (half < 0) half = digit;
    else {
      out.push((half << 4) | digit);
      half = -1;
    }
  }
  if (half >= 0) out.push(half << 4);
  return out;
}

/** The bytes of a string in parentheses (ISO 32000-1, 7.3.4.2). */
export function readLiteralString(bytes: Uint8Array, start: number, end: number): number[] {
  const out: number[] = [];
  let depth = 1;
  for (let index = start + 1; index < end; index += 1) {
    const byte = bytes[index]!;
    if (byte === 0x5c) {
      const { length, value } = readEscape(bytes, index + 1);
      index += length;
      if (value !== undefined) out.push(value);
      continue;
    }
    if (byte === 0x28) depth += 1;
    else if (byte === 0x29) depth -= 1;
    if (depth === 0) break;
    out.push(byte);
  }
  return out;
}

const escapes: ReadonlyMap<number, number> = new Map(
  (['n\n', 'r\r', 't\t', 'b\b', 'f\f'] as const).map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]),
);

/** The character behind a backslash and how many bytes it takes; without a value where a line goes on. */
function readEscape(bytes: Uint8Array, start: number): { readonly length: number; readonly value?: number } {
  const byte = bytes[start] ?? 0;
  if (byte === 0x0a) return { length: 1 };
  if (byte === 0x0d) return { length: bytes[start + 1] === 0x0a ? 2 : 1 };
  const known = escapes.get(byte);
  if (known !== undefined) return { length: 1, value: known };
  let length = 0;
  let value = 0;
  for (; length < 3; length += 1) {
    const digit = (bytes[start + length] ?? 0) - 0x30;
    if (digit < 0 || digit > 7) break;
    value = value * 8 + digit;
  }
  return length === 0 ? { length: 1, value: byte } : { length, value: value & 255 };
}
