/** The kinds of bytes (ISO 32000-1, 7.2.2); what is less than `space` belongs to a run of regular characters. */
const word = 0;
/** Digits, signs and the point: with one of them a number begins. */
const numeric = 1;
const space = 2;
const delimiter = 3;

const kinds = new Uint8Array(256).fill(word);
for (const byte of Buffer.from('0123456789+-.', 'latin1')) kinds[byte] = numeric;
for (const byte of [0, 9, 10, 12, 13, 32]) kinds[byte] = space;
for (const byte of Buffer.from('()<>[]{}/%', 'latin1')) kinds[byte] = delimiter;

export function isSpace(byte: number): boolean {
  return kinds[byte] === space;
}

/** Whether a word can go on with the byte: it is neither white space nor a delimiter. */
export function isRegular(byte: number): boolean {
  return kinds[byte]! < space;
}

/** Whether a number begins with the byte. */
export function isNumeric(byte: number): boolean {
  return kinds[byte] === numeric;
}

/** The values of digits to the base of sixteen; -1 for all other bytes. */
const digits = new Int8Array(256).fill(-1);
for (let value = 0; value < 16; value += 1)
  for (const digit of [value.toString(16), value.toString(16).toUpperCase()])
    digits[digit.charCodeAt(0)] = value;

/** The value of a digit to the base of sixteen; -1 where the byte is none. */
export function digitValue(byte: number): number {
  return digits[byte]!;
}

/** Where the white space and the comments from `start` on end. */
export function skipSpace(bytes: Uint8Array, start: number): number {
  const { length } = bytes;
  let index = start;
  while (index < length) {
    const byte = bytes[index]!;
    if (kinds[byte] === space) index += 1;
    else if (byte === 0x25) {
      while (index < length && bytes[index] !== 0x0a && bytes[index] !== 0x0d) index += 1;
    } else break;
  }
  return index;
}

/** Where the run of regular characters from `start` on ends. */
export function skipRegular(bytes: Uint8Array, start: number): number {
  const { length } = bytes;
  let index = start;
  while (index < length && kinds[bytes[index]!]! < space) index += 1;
  return index;
}

/**
 * Where the object ends that begins at `start` with a delimiter: a name, a string, an array or
 * a dictionary (ISO 32000-1, 7.3). What is cut off ends with the bytes.
 *
 * @returns `start` itself where nothing begins: at a bracket that closes
 */
export function skipDelimited(bytes: Uint8Array, start: number): number {
  switch (bytes[start]) {
    case 0x2f:
      return skipRegular(bytes, start + 1);
    case 0x28:
      return skipLiteralString(bytes, start);
    case 0x5b:
      return skipComposite(bytes, start);
    case 0x3c:
      return bytes[start + 1] === 0x3c ? skipComposite(bytes, start) : skipHexString(bytes, start);
    default:
      return start;
  }
}

/** Where the token ends that begins at `start`, whatever it is. */
export function skipToken(bytes: Uint8Array, start: number): number {
  return kinds[bytes[start]!]! < space
    ? skipRegular(bytes, start)
    : Math.max(skipDelimited(bytes, start), start + 1);
}

function skipLiteralString(bytes: Uint8Array, start: number): number {
  const { length } = bytes;
  let depth = 0;
  for (let index = start; index < length; index += 1) {
    const byte = bytes[index];
    if (byte === 0x5c) index += 1;
    else if (byte === 0x28) depth += 1;
    else if (byte === 0x29) {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return length;
}

function skipHexString(bytes: Uint8Array, start: number): number {
  const { length } = bytes;
  let index = start + 1;
  while (index < length && bytes[index] !== 0x3e) index += 1;
  return Math.min(index + 1, length);
}

/** Counts brackets instead of following them: a hostile file has more of them than a stack can hold. */
function skipComposite(bytes: Uint8Array, start: number): number {
  const { length } = bytes;
  let depth = 0;
  let index = start;
  while (index < length) {
    const byte = bytes[index]!;
    if (byte === 0x28) {
      index = skipLiteralString(bytes, index);
    } else if (byte === 0x3c && bytes[index + 1] !== 0x3c) {
      index = skipHexString(bytes, index);
    } else if (byte === 0x25) {
      index = skipSpace(bytes, index);
    } else {
      if (byte === 0x5b || byte === 0x3c) depth += 1;
      else if (byte === 0x5d || byte === 0x3e) depth -= 1;
      index += (byte === 0x3c || byte === 0x3e) && bytes[index + 1] === byte ? 2 : 1;
      if (depth === 0) return index;
    }
  }
  return length;
}
