import { ByteString, dictionaryOf, Reference, type Name, type Operand } from './operand.ts';
import { readHexString, readLiteralString } from './read-string.ts';
import { isNumeric, skipSpace, skipToken } from './tokens.ts';

/** Arrays and dictionaries in one another; what lies deeper is left out. */
const deepest = 32;

/** The object that stands from `start` up to `end` (ISO 32000-1, 7.3). */
export function readOperand(bytes: Uint8Array, start: number, end: number, depth = 0): Operand {
  const byte = bytes[start]!;
  switch (byte) {
    case 0x2f:
      return readName(bytes, start + 1, end);
    case 0x28:
      return new ByteString(readLiteralString(bytes, start, end));
    case 0x5b:
      return readMembers(bytes, start + 1, end, depth);
    case 0x3c:
      return bytes[start + 1] === 0x3c
        ? dictionaryOf(readMembers(bytes, start + 2, end, depth))
        : new ByteString(readHexString(bytes, start, end));
    default:
      return isNumeric(byte) ? readNumber(bytes, start, end) : constant(bytes, start, end);
  }
}

/** The number that stands from `start` up to `end`, up to the first byte that belongs to none. */
export function readNumber(bytes: Uint8Array, start: number, end: number): number {
  let sign = 1;
  let value = 0;
  let scale = 0;
  for (let index = start; index < end; index += 1) {
    const byte = bytes[index]!;
    if (byte >= 0x30 && byte <= 0x39) {
      value = value * 10 + (byte - 0x30);
      if (scale > 0) scale *= 10;
    } else if (byte === 0x2e && scale === 0) scale = 1;
    else if (byte === 0x2d) sign = -1;
    else if (byte !== 0x2b) break;
  }
  return (sign * value) / (scale || 1);
}

function readName(bytes: Uint8Array, start: number, end: number): Name {
  const word = latin1(bytes, start, end);
  if (!word.includes('#')) return { name: word };
  const decoded = word.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return { name: decoded };
}

function constant(bytes: Uint8Array, start: number, end: number): boolean | null {
  const word = latin1(bytes, start, end);
  return word === 'true' ? true : word === 'false' ? false : null;
}

/** Up to the bracket that closes. */
function readMembers(bytes: Uint8Array, start: number, end: number, depth: number): Operand[] {
  const members: Operand[] = [];
  if (depth === deepest) return members;
  for (let index = skipSpace(bytes, start); index < end; index = skipSpace(bytes, index)) {
    if (bytes[index] === 0x5d || bytes[index] === 0x3e) break;
    const from = index;
    index = skipToken(bytes, from);
    if (bytes[from] === 0x52 && index === from + 1) {
      // The number of the object and that of its generation came before.
      members.pop();
      const object = members.pop();
      members.push(typeof object === 'number' ? new Reference(object) : null);
    } else members.push(readOperand(bytes, from, index, depth + 1));
  }
  return members;
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > 16) return Buffer.from(bytes.subarray(start, end)).toString('latin1');
  let text = '';
  for (let index = start; index < end; index += 1) text += String.fromCharCode(bytes[index]!);
  return text;
}
