import { createHash, type Hash } from 'node:crypto';
import type { Bytes } from '../../../book/bytes.ts';
import type { ByteSink } from '../../../machine/bytes/byte-sink.ts';

/** Where an object is: at an offset in the file, or the so manieth in a stream of objects. */
type Entry = readonly [kind: 0 | 1 | 2, second: number, third: number];

/** Marks the file as binary (ISO 32000-1, 7.5.2). */
const binary = Buffer.from('%\u0081\u0081\u0081\u0081\n\n', 'latin1');

/** Writes the streams of a file one behind the other, and where everything stands. */
export class FileWriter {
  readonly #sink: ByteSink;
  readonly #placeholder: string | undefined;
  readonly #hash: Hash | undefined;
  /** By the numbers of the objects; number 0 is free for ever (ISO 32000-1, 7.5.4). */
  readonly #entries = new Map<number, Entry>([[0, [0, 0, 0xffff]]]);

  /**
   * @param sink takes the file
   * @param placeholder what stands in the last stream for an identifier (ISO 32000-1, 14.4), the MD5 of the
   * whole file with the placeholders in it
   */
  constructor(sink: ByteSink, placeholder?: string) {
    this.#sink = sink;
    this.#placeholder = placeholder;
    this.#hash = placeholder === undefined ? undefined : createHash('md5');
  }

  /** @param version of PDF, as `1.7` */
  async begin(version: string): Promise<void> {
    await this.#add(Buffer.from(`%PDF-${version}\n`, 'latin1'));
    await this.#add(binary);
  }

  /**
   * Adds a stream.
   *
   * @param dictionary as it is written, its length included
   */
  async stream(object: number, dictionary: string, bytes: Uint8Array): Promise<void> {
    this.#entries.set(object, [1, this.length, 0]);
    for (const part of partsOf(object, dictionary, bytes)) await this.#add(part);
  }

  /** Adds an object that is no stream. */
  async object(object: number, written: string): Promise<void> {
    this.#entries.set(object, [1, this.length, 0]);
    await this.#add(Buffer.from(`${object} 0 obj\n${written}\nendobj\n\n`, 'latin1'));
  }

  /**
   * The whole file, with a table of cross-references at its end (ISO 32000-1, 7.5.4).
   *
   * @param trailer entries of its trailer, besides the number of objects
   */
  async endWithTable(trailer: string): Promise<Bytes> {
    const start = this.length;
    const size = [...this.#entries.keys()].reduce((most, number) => Math.max(most, number), 0) + 1;
    const lines: string[] = [];
    // Free ones are a chain that ends where it begins.
    let next = 0;
    for (let number = size - 1; number >= 0; number--) {
      const [kind, offset] = this.#entries.get(number) ?? [0, 0];
      if (kind === 1) lines.push(`${digits(offset)} 00000 n \n`);
      else {
        lines.push(`${digits(next)} ${number === 0 ? '65535' : '00001'} f \n`);
        next = number;
      }
    }
    const table = `xref\n0 ${size}\n${lines.toReversed().join('')}trailer\n<<\n/Size ${size}\n${trailer}>>\n`;
    await this.#add(Buffer.from(`${table}startxref\n${start}\n%%EOF`, 'latin1'));
    return this.#sink.end();
  }

  /** Notes that an object is the one with this index in a stream of objects. */
  packed(object: number, stream: number, index: number): void {
    this.#entries.set(object, [2, stream, index]);
  }

  /** Where the next object will stand. */
  get length(): number {
    return this.#sink.length;
  }

  /** The entries of a stream of cross-references (ISO 32000-1, 7.5.8), that stream's own among them. */
  crossReferences(own: number): CrossReferences {
    this.#entries.set(own, [1, this.length, 0]);
    return crossReferencesOf([...this.#entries].toSorted(([a], [b]) => a - b));
  }

  /** The whole file, with the stream of cross-references as its last. */
  async end(object: number, dictionary: string, references: Uint8Array): Promise<Bytes> {
    const start = Buffer.from(`startxref\n${this.length}\n%%EOF`, 'latin1');
    const last = (said: string): Uint8Array[] => [...partsOf(object, said, references), start];
    const identified = this.#identified(dictionary, last(dictionary));
    for (const part of last(identified)) await this.#sink.add(part);
    return this.#sink.end();
  }

  /** A dictionary with the identifier in place of what stands for it. */
  #identified(dictionary: string, last: ReadonlyArray<Uint8Array>): string {
    if (this.#hash === undefined || this.#placeholder === undefined) return dictionary;
    for (const part of last) this.#hash.update(part);
    return dictionary.replaceAll(this.#placeholder, this.#hash.digest('hex'));
  }

  async #add(part: Uint8Array): Promise<void> {
    this.#hash?.update(part);
    await this.#sink.add(part);
  }
}

function digits(number: number): string {
  return String(number).padStart(10, '0');
}

function partsOf(object: number, dictionary: string, bytes: Uint8Array): Uint8Array[] {
  return [
    Buffer.from(`${object} 0 obj\n${dictionary}\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream\nendobj\n\n', 'latin1'),
  ];
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
