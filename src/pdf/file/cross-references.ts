import { nameIn, type Dictionary } from '../content/operand.ts';
import { readNumber, readOperand } from '../content/read-operand.ts';
import { isNumeric, skipSpace, skipToken } from '../content/tokens.ts';
import type { FileBytes } from './file-bytes.ts';
import { FileError } from './file-error.ts';
import { streamAt, type Stream } from './stream.ts';

/** Where an object stands: at an offset in bytes, or packed into the stream with this number. */
export type Place = { readonly offset: number } | { readonly container: number };

/**
 * Where the objects of a file stand (ISO 32000-1, 7.5.4 and 7.5.8), those of earlier versions of it too.
 *
 * @returns places by object number, and the trailer
 * @throws FileError where the file has neither a table nor a stream of cross-references
 */
export function readCrossReferences(file: FileBytes): {
  readonly places: ReadonlyMap<number, Place>;
  readonly trailer: Dictionary;
} {
  const places = new Map<number, Place>();
  let trailer: Dictionary | undefined;
  const seen = new Set<number>();
  for (let offset = startOf(file); Number.isInteger(offset) && !seen.has(offset);) {
    seen.add(offset);
    const section = readTable(file, offset, places) ?? readStream(file, offset, places);
    if (section === undefined) break;
    trailer ??= section;
    offset = Number(section.get('Prev'));
  }
  if (trailer === undefined) throw new FileError('The file has no cross-references');
  return { places, trailer };
}

/** The offset behind the last `startxref`. */
function startOf(file: FileBytes): number {
  const end = Buffer.from(file.part(Math.max(0, file.length - 1024), file.length)).toString('latin1');
  return Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1]);
}

/** A table of lines of twenty bytes, and the trailer behind it. */
function readTable(file: FileBytes, start: number, places: Map<number, Place>): Dictionary | undefined {
  if (!file.at(start, (bytes, at) => ({ value: isTable(bytes, at), end: at + 4 }))) return undefined;
  // Nothing but the table and the trailer follows, or versions of the file that came later.
  const bytes = file.part(start, file.length);
  let index = skipSpace(bytes, 0);
  const next = (): number => (index = skipSpace(bytes, skipToken(bytes, index)));
  const number = (): number => {
    const from = index;
    return readNumber(bytes, from, next());
  };
  next();
  while (isNumeric(bytes[index] ?? 0)) {
    const first = number();
    const end = first + number();
    for (let object = first; object < end && index < bytes.length; object += 1) {
      const offset = number();
      next();
      // `n`, where the object is in use.
      if (bytes[index] === 0x6e && !places.has(object)) places.set(object, { offset });
      next();
    }
  }
  // Behind the word `trailer`.
  next();
  const trailer = readOperand(bytes, index, skipToken(bytes, index));
  return trailer instanceof Map ? trailer : undefined;
}

function isTable(bytes: Uint8Array, start: number): boolean {
  const index = skipSpace(bytes, start);
  return Buffer.from(bytes.subarray(index, index + 4)).toString('latin1') === 'xref';
}

function readStream(file: FileBytes, offset: number, places: Map<number, Place>): Dictionary | undefined {
  const stream = streamAt(file, offset);
  if (stream === undefined || nameIn(stream.dictionary.get('Type')) !== 'XRef') return undefined;
  readEntries(stream, places);
  return stream.dictionary;
}

function readEntries({ dictionary, bytes }: Stream, places: Map<number, Place>): void {
  const [kinds = 0, seconds = 0, thirds = 0] = numbersIn(dictionary, 'W');
  const ranges = numbersIn(dictionary, 'Index');
  if (ranges.length === 0) ranges.push(0, Number(dictionary.get('Size')));
  const field = (start: number, width: number): number => {
    let value = 0;
    for (let index = start; index < start + width; index += 1) value = value * 256 + (bytes[index] ?? 0);
    return value;
  };
  let at = 0;
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    const first = ranges[range] ?? 0;
    const count = ranges[range + 1] ?? 0;
    for (let number = first; number < first + count && at < bytes.length; number += 1) {
      const kind = kinds === 0 ? 1 : field(at, kinds);
      const second = field(at + kinds, seconds);
      at += kinds + seconds + thirds;
      // What a later version of the file says stands.
      if (places.has(number)) continue;
      if (kind === 1) places.set(number, { offset: second });
      else if (kind === 2) places.set(number, { container: second });
    }
  }
}

function numbersIn(dictionary: Dictionary, key: string): number[] {
  const found = dictionary.get(key);
  return Array.isArray(found) ? found.map(Number) : [];
}
