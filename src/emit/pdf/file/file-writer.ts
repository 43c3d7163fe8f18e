/** Where an object is: at an offset in the file, or the so manieth in a stream of objects. */
type Entry = readonly [kind: 0 | 1 | 2, second: number, third: number];

/** Marks the file as binary (ISO 32000-1, 7.5.2). */
const binary = Buffer.from('%\u0081\u0081\u0081\u0081\n\n', 'latin1');

/** Writes the streams of a file one behind the other, and where everything stands. */
export class FileWriter {
  readonly #parts: Buffer[];
  #length = 0;
  /** By the numbers of the objects; number 0 is free for ever (ISO 32000-1, 7.5.4). */
  readonly #entries = new Map<number, Entry>([[0, [0, 0, 0xffff]]]);

  /** @param version of PDF, as `1.7` */
  constructor(version: string) {
    this.#parts = [];
    this.#add(Buffer.from(`%PDF-${version}\n`, 'latin1'));
    this.#add(binary);
  }

  /**
   * Adds a stream.
   *
   * @param dictionary as it is written, its length included
   */
  stream(object: number, dictionary: string, bytes: Uint8Array): void {
    this.#entries.set(object, [1, this.#length, 0]);
    this.#add(Buffer.from(`${object} 0 obj\n${dictionary}\nstream\n`, 'latin1'));
    this.#add(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    this.#add(Buffer.from('\nendstream\nendobj\n\n', 'latin1'));
  }

  /** Notes that an object is the one with this index in a stream of objects. */
  packed(object: number, stream: number, index: number): void {
    this.#entries.set(object, [2, stream, index]);
  }

  /** Where the next object will stand. */
  get length(): number {
    return this.#length;
  }

  /** The entries of a stream of cross-references (ISO 32000-1, 7.5.8), that stream's own among them. */
  crossReferences(own: number): CrossReferences {
    this.#entries.set(own, [1, this.#length, 0]);
    return crossReferencesOf([...this.#entries].toSorted(([a], [b]) => a - b));
  }

  /** The whole file. */
  end(startOfReferences: number): Buffer {
    this.#add(Buffer.from(`startxref\n${startOfReferences}\n%%EOF`, 'latin1'));
    return Buffer.concat(this.#parts, this.#length);
  }

  #add(part: Buffer): void {
    this.#parts.push(part);
    this.#length += part.length;
  }
}

/** What a stream of cross-references holds and says of it. */
export interface CrossReferences {
  /** Bytes of the three parts of an entry. */
  readonly widths: readonly [number, number, number];
  /** The first number of each run of numbers, and how many there are. */
  readonly index: ReadonlyArray<number>;
  readonly bytes: Buffer;
}

function crossReferencesOf(entries: ReadonlyArray<readonly [number, Entry]>): CrossReferences {
  const largest = (part: 1 | 2): number =>
    entries.reduce((most, [, entry]) => Math.max(most, entry[part]), 0);
  const widths = [1, bytesFor(largest(1)), bytesFor(largest(2))] as const;
  const bytes = Buffer.alloc(entries.length * (widths[0] + widths[1] + widths[2]));
  const index: number[] = [];
  let at = 0;
  let next = -1;
  for (const [object, entry] of entries) {
    if (object !== next) index.push(object, 0);
    index[index.length - 1]! += 1;
    next = object + 1;
    for (const [part, width] of widths.entries()) at = bytes.writeUIntBE(entry[part]!, at, width);
  }
  return { widths, index, bytes };
}

function bytesFor(value: number): number {
  return Math.max(1, Math.ceil(value.toString(16).length / 2));
}
