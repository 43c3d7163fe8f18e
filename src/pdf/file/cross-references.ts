import { nameIn, type Dictionary } from '../content/operand.ts';
import { FileError } from './file-error.ts';
import { streamAt, type Stream } from './stream.ts';

/** Where an object stands: at an offset in bytes, or packed into the stream with this number. */
export type Place = { readonly offset: number } | { readonly container: number };

/**
 * Where the objects of a file stand (ISO 32000-1, 7.5.8), those of earlier versions of it too.
 *
 * @returns places by object number, and the trailer
 * @throws FileError where the file has no stream of cross-references
 */
export function readCrossReferences(bytes: Uint8Array): {
  readonly places: ReadonlyMap<number, Place>;
  readonly trailer: Dictionary;
} {
  const places = new Map<number, Place>();
  let trailer: Dictionary | undefined;
  const seen = new Set<number>();
  for (let offset = startOf(bytes); Number.isInteger(offset) && !seen.has(offset);) {
    seen.add(offset);
    const stream = streamAt(bytes, offset);
    if (stream === undefined || nameIn(stream.dictionary.get('Type')) !== 'XRef') break;
    trailer ??= stream.dictionary;
    readEntries(stream, places);
    offset = Number(stream.dictionary.get('Prev'));
  }
  if (trailer === undefined) throw new FileError('The file has no stream of cross-references');
  return { places, trailer };
}

/** The offset behind the last `startxref`. */
function startOf(bytes: Uint8Array): number {
  const end = Buffer.from(bytes.subarray(-1024)).toString('latin1');
  return Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1]);
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
