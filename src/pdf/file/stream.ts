import { nameIn, type Dictionary, type Operand } from '../content/operand.ts';
import { readOperand } from '../content/read-operand.ts';
import { skipSpace, skipToken } from '../content/tokens.ts';
import { undoPrediction } from '../prediction.ts';
import { inflate, longestStream, StreamError } from '../streams.ts';
import type { FileBytes, ReadObject } from './file-bytes.ts';
import { FileError } from './file-error.ts';

/** A stream. */
export interface Stream {
  readonly dictionary: Dictionary;
  readonly bytes: Uint8Array;
}

/**
 * The stream of the object at an offset; undefined where the object is none. What is packed by
 * another filter than FlateDecode, as pictures are, is left as it is.
 *
 * @param file all of the PDF
 * @param lengthOf what `Length` is, where that is a reference
 * @throws FileError where it cannot be unpacked
 */
export function streamAt(
  file: FileBytes,
  offset: number,
  lengthOf: (length: Operand) => Operand = (length) => length,
): Stream | undefined {
  const packed = packedStreamAt(file, offset, lengthOf);
  return packed && { ...packed, bytes: isDeflated(packed) ? unpack(packed) : packed.bytes };
}

/** The same as it is packed. */
export function packedStreamAt(
  file: FileBytes,
  offset: number,
  lengthOf: (length: Operand) => Operand,
): Stream | undefined {
  const head = streamHead(file, offset);
  if (head === undefined) return undefined;
  const { dictionary, start } = head;
  const length = Number(lengthOf(dictionary.get('Length') ?? null));
  return { dictionary, bytes: file.part(start, start + length) };
}

function isDeflated({ dictionary }: Stream): boolean {
  const filter = dictionary.get('Filter');
  const names = [filter, ...(Array.isArray(filter) ? filter : [])].flatMap((each) => nameIn(each) ?? []);
  return names.length === 1 && names[0] === 'FlateDecode';
}

/** What stands before the bytes of a stream, and where in the file these begin. */
export interface StreamHead {
  readonly dictionary: Dictionary;
  readonly start: number;
}

/** The head of the stream of the object at an offset; undefined where the object is none. */
export function streamHead(file: FileBytes, offset: number): StreamHead | undefined {
  return file.at(offset, (bytes, at) => headAt(bytes, at, offset));
}

function headAt(bytes: Uint8Array, at: number, offset: number): ReadObject<StreamHead | undefined> {
  let index = skipSpace(bytes, at);
  for (let word = 0; word < 3; word += 1) index = skipSpace(bytes, skipToken(bytes, index));
  const end = skipToken(bytes, index);
  const dictionary = readOperand(bytes, index, end);
  if (!(dictionary instanceof Map)) return { value: undefined, end };
  const keyword = skipSpace(bytes, end);
  if (Buffer.from(bytes.subarray(keyword, keyword + 6)).toString('latin1') !== 'stream')
    return { value: undefined, end: keyword };
  const start = keyword + (bytes[keyword + 6] === 0x0d ? 8 : 7);
  return { value: { dictionary, start: offset + start - at }, end: keyword };
}

function unpack({ dictionary, bytes: packed }: Stream): Uint8Array {
  const parameters = dictionary.get('DecodeParms');
  const given = (key: string, usual: number): number =>
    parameters instanceof Map ? Number(parameters.get(key) ?? usual) : usual;
  try {
    return undoPrediction(inflate(packed, longestStream), {
      predictor: given('Predictor', 1),
      colours: given('Colors', 1),
      bits: given('BitsPerComponent', 8),
      columns: given('Columns', 1),
    });
  } catch (error) {
    if (error instanceof StreamError) throw new FileError(`A stream ${error.message}`, { cause: error });
    throw error;
  }
}
