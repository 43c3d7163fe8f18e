import type { Bytes } from '../../book/bytes.ts';
import { ByteString, nameIn, Reference, type Dictionary, type Operand } from '../content/operand.ts';
import { readNumber, readOperand } from '../content/read-operand.ts';
import { skipSpace, skipToken } from '../content/tokens.ts';
import { readCrossReferences, type Place } from './cross-references.ts';
import { FileBytes, type ReadObject } from './file-bytes.ts';
import { FileError } from './file-error.ts';
import { packedStreamAt, streamAt, type Stream } from './stream.ts';
import { textString } from './text-string.ts';

/**
 * The objects of a PDF, each read when it is asked for: a book has ten thousands of which a proof
 * needs a few hundred. Objects may be packed into streams (ISO 32000-1, 7.5.7), nothing may be encrypted.
 */
export class Objects {
  readonly #bytes: FileBytes;
  readonly #places: ReadonlyMap<number, Place>;
  readonly #packed = new Map<number, Packed>();
  readonly #read = new Map<number, Operand>();
  readonly trailer: Dictionary;
  /** The document catalogue. */
  readonly root: Dictionary;

  /**
   * The objects of a file; however many ask, it is opened once.
   *
   * @param bytes the file, which stays as it is
   * @throws FileError where it is no PDF
   */
  static of(bytes: Bytes): Objects {
    const known = opened.get(bytes) ?? new Objects(bytes);
    opened.set(bytes, known);
    return known;
  }

  private constructor(bytes: Bytes) {
    this.#bytes = new FileBytes(bytes);
    const { places, trailer } = readCrossReferences(this.#bytes);
    this.#places = places;
    this.trailer = trailer;
    this.root = this.dictionary(trailer.get('Root')) ?? missing('catalogue');
  }

  /** What an object is, its reference followed; null where there is none. */
  resolve(object: Operand | undefined): Operand {
    return object instanceof Reference ? this.#object(object.object) : (object ?? null);
  }

  /** The dictionary that an object is; that of a stream too. */
  dictionary(object: Operand | undefined): Dictionary | undefined {
    const found = this.resolve(object);
    return found instanceof Map ? found : undefined;
  }

  /** The members of an array; none where it is no array. */
  array(object: Operand | undefined): ReadonlyArray<Operand> {
    const found = this.resolve(object);
    return Array.isArray(found) ? found : [];
  }

  /** The text string that an object is (ISO 32000-1, 7.9.2.2); undefined where it is none. */
  text(object: Operand | undefined): string | undefined {
    const found = this.resolve(object);
    return found instanceof ByteString ? textString(found.bytes) : undefined;
  }

  /**
   * The stream a reference leads to; undefined where it leads to none.
   *
   * @throws FileError where it cannot be unpacked
   */
  stream(object: Operand | undefined): Stream | undefined {
    return this.#streamOf(object, streamAt);
  }

  /** The same as it is packed. */
  packedStream(object: Operand | undefined): Stream | undefined {
    return this.#streamOf(object, packedStreamAt);
  }

  #streamOf(object: Operand | undefined, read: typeof packedStreamAt): Stream | undefined {
    if (!(object instanceof Reference)) return undefined;
    const place = this.#places.get(object.object);
    if (place === undefined || 'container' in place) return undefined;
    return read(this.#bytes, place.offset, (length) => this.resolve(length));
  }

  #object(number: number): Operand {
    const known = this.#read.get(number);
    if (known !== undefined) return known;
    const place = this.#places.get(number);
    const object =
      place === undefined
        ? null
        : 'container' in place
          ? this.#packedIn(place.container).object(number)
          : this.#bytes.at(place.offset, objectAt);
    this.#read.set(number, object);
    return object;
  }

  #packedIn(container: number): Packed {
    const known = this.#packed.get(container);
    if (known !== undefined) return known;
    const stream = this.stream(new Reference(container));
    if (stream === undefined || nameIn(stream.dictionary.get('Type')) !== 'ObjStm')
      missing('stream of objects');
    const packed = new Packed(stream);
    this.#packed.set(container, packed);
    return packed;
  }
}

const opened = new WeakMap<Bytes, Objects>();

/** A stream of objects: their numbers and places come first (ISO 32000-1, 7.5.7). */
class Packed {
  readonly #bytes: Uint8Array;
  readonly #offsets = new Map<number, number>();

  constructor({ dictionary, bytes }: Stream) {
    this.#bytes = bytes;
    const first = Number(dictionary.get('First'));
    for (let index = skipSpace(bytes, 0); index < first;) {
      const [number, offset, end] = numbersAt(bytes, index);
      this.#offsets.set(number, first + offset);
      index = skipSpace(bytes, end);
    }
  }

  object(number: number): Operand {
    const offset = this.#offsets.get(number);
    return offset === undefined ? null : operandAt(this.#bytes, offset);
  }
}

function numbersAt(bytes: Uint8Array, start: number): [number, number, number] {
  const firstEnd = skipToken(bytes, start);
  const second = skipSpace(bytes, firstEnd);
  const end = skipToken(bytes, second);
  return [readNumber(bytes, start, firstEnd), readNumber(bytes, second, end), end];
}

/** The object behind `12 0 obj`. */
function objectAt(bytes: Uint8Array, offset: number): ReadObject<Operand> {
  let index = skipSpace(bytes, offset);
  for (let word = 0; word < 3; word += 1) index = skipSpace(bytes, skipToken(bytes, index));
  const end = skipToken(bytes, index);
  return { value: readOperand(bytes, index, end), end };
}

function operandAt(bytes: Uint8Array, start: number): Operand {
  const index = skipSpace(bytes, start);
  return readOperand(bytes, index, skipToken(bytes, index));
}

function missing(what: string): never {
  throw new FileError(`The file has no ${what}`);
}
