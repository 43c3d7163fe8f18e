export type ByteClass = typeof regular | typeof space | typeof delimiter;

/** The classes of bytes (ISO 32000-1, 7.2.2). */
export const regular = 0;
export const space = 1;
export const delimiter = 2;

const spaces = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set(Buffer.from('()<>[]{}/%', 'latin1'));

const byteClasses: ReadonlyArray<ByteClass> = Array.from({ length: 256 }, (_, byte) =>
  spaces.has(byte) ? space : delimiters.has(byte) ? delimiter : regular,
);

/** The class of the byte at `index`; past the end there is white space. */
export function classAt(bytes: Uint8Array, index: number): ByteClass {
  return index < bytes.length ? byteClasses[bytes[index]!]! : space;
}

/** Where the white space and the comments from `start` on end. */
export function skipSpace(bytes: Uint8Array, start: number): number {
  let index = start;
  while (index < bytes.length) {
    const byte = bytes[index]!;
    if (byteClasses[byte] === space) index += 1;
    else if (byte === 0x25) {
      while (index < bytes.length && bytes[index] !== 0x0a && bytes[index] !== 0x0d) index += 1;
    } else break;
  }
  return index;
}

/** Where the run of regular characters from `start` on ends. */
export function skipRegular(bytes: Uint8Array, start: number): number {
  let index = start;
  while (index < bytes.length && byteClasses[bytes[index]!] === regular) index += 1;
  return index;
}

/**
 * Where the object ends that begins at `start` with a delimiter: a name, a string, an array or
 * a dictionary (ISO 32000-1, 7.3). What is cut off ends with the bytes.
 */
export function skipDelimited(bytes: Uint8Array, start: number): number {
  switch (bytes[start]) {
    case 0x2f:
      return skipRegular(bytes, start + 1);
    case 0x28:
      return skipLiteralString(bytes, start);
    case 0x5b:
      return skipComposite(bytes, start + 1, 0x5d);
    case 0x3c:
      if (bytes[start + 1] === 0x3c) return skipComposite(bytes, start + 2, 0x3e);
      return skipHexString(bytes, start);
    default:
      return start + 1;
  }
}

function skipLiteralString(bytes: Uint8Array, start: number): number {
  let depth = 0;
  for (let index = start; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (byte === 0x5c) index += 1;
    else if (byte === 0x28) depth += 1;
    else if (byte === 0x29) {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return bytes.length;
}

function skipHexString(bytes: Uint8Array, start: number): number {
  const end = bytes.indexOf(0x3e, start);
  return end < 0 ? bytes.length : end + 1;
}

/** `closing` is `]` or the `>` of `>>`. */
function skipComposite(bytes: Uint8Array, start: number, closing: number): number {
  let index = skipSpace(bytes, start);
  while (index < bytes.length) {
    if (bytes[index] === closing) {
      return Math.min(closing === 0x3e && bytes[index + 1] === closing ? index + 2 : index + 1, bytes.length);
    }
    index = classAt(bytes, index) === regular ? skipRegular(bytes, index) : skipDelimited(bytes, index);
    index = skipSpace(bytes, index);
  }
  return bytes.length;
}
