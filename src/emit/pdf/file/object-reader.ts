import {
  PDFArray,
  PDFBool,
  PDFCatalog,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFPageLeaf,
  PDFPageTree,
  PDFRef,
  PDFString,
  type PDFContext,
  type PDFObject,
} from 'pdf-lib';
import { readNumber } from '../../../pdf/content/read-operand.ts';
import { isNumeric, skipSpace, skipToken } from '../../../pdf/content/tokens.ts';
import type { FileBytes } from '../../../pdf/file/file-bytes.ts';
import { FileError } from '../../../pdf/file/file-error.ts';
import { streamOf } from '../../../pdf/file/stored-stream.ts';

const typeKey = PDFName.of('Type');
const lengthKey = PDFName.of('Length');
const catalog = PDFName.of('Catalog');
const pages = PDFName.of('Pages');
const page = PDFName.of('Page');

/** Reads the objects of a file as those of the PDF library, many times faster than it does itself. */
export class ObjectReader {
  readonly #file: FileBytes;
  /** A stretch of it, and where that begins. */
  #bytes: Uint8Array = new Uint8Array();
  #start = 0;
  readonly #context: PDFContext;
  readonly #toStream: typeof streamOf;
  #at = 0;
  // A book has the same few names and numbers ten thousand times.
  readonly #names = new Map<string, PDFName>();
  readonly #numbers: Array<PDFNumber | undefined> = [];
  readonly #refs: Array<PDFRef | undefined> = [];

  /**
   * @param file all of it
   * @param context what the objects will belong to
   * @param toStream makes a stream of a stretch of the file
   */
  constructor(file: FileBytes, context: PDFContext, toStream = streamOf) {
    this.#file = file;
    this.#context = context;
    this.#toStream = toStream;
  }

  /** The reference to an object; there is one for each. */
  ref(object: number): PDFRef {
    return (this.#refs[object] ??= PDFRef.of(object));
  }

  /**
   * The object behind `12 0 obj` (ISO 32000-1, 7.3.10).
   *
   * @throws FileError where none stands there
   */
  objectAt(offset: number): PDFObject {
    return this.#file.at(offset, (bytes, at) => {
      this.#bytes = bytes;
      this.#start = offset - at;
      this.#at = at;
      for (let word = 0; word < 3; word += 1) this.#at = skipToken(bytes, skipSpace(bytes, this.#at));
      const object = this.#object();
      const value = object instanceof PDFDict ? this.#streamOf(object) : object;
      return { value, end: this.#at };
    });
  }

  /** The stream that begins behind a dictionary; the dictionary itself where none does. */
  #streamOf(dict: PDFDict): PDFObject {
    const bytes = this.#bytes;
    const keyword = skipSpace(bytes, this.#at);
    // `endobj` else.
    if (bytes[keyword] !== 0x73) return dict;
    const length = dict.get(lengthKey);
    if (!(length instanceof PDFNumber)) throw new FileError('A stream does not say how long it is');
    const start = this.#start + keyword + (bytes[keyword + 6] === 0x0d ? 8 : 7);
    return this.#toStream(dict, this.#file, start, start + length.asNumber());
  }

  #object(): PDFObject {
    const start = skipSpace(this.#bytes, this.#at);
    const byte = this.#bytes[start];
    switch (byte) {
      case 0x2f:
        return this.#name(start);
      case 0x28:
        return PDFString.of(this.#inner(start));
      case 0x5b:
        return this.#array(start);
      case 0x3c:
        return this.#bytes[start + 1] === 0x3c ? this.#dict(start) : PDFHexString.of(this.#inner(start));
      default:
        return isNumeric(byte ?? 0) ? this.#numberOrRef(start) : this.#constant(start);
    }
  }

  #name(start: number): PDFName {
    this.#at = skipToken(this.#bytes, start);
    const written = this.#text(start + 1, this.#at);
    const known = this.#names.get(written);
    if (known !== undefined) return known;
    const name = PDFName.of(written);
    this.#names.set(written, name);
    return name;
  }

  /** What stands between the brackets of a string, as it is written. */
  #inner(start: number): string {
    this.#at = skipToken(this.#bytes, start);
    return this.#text(start + 1, this.#at - 1);
  }

  #array(start: number): PDFArray {
    const array = PDFArray.withContext(this.#context);
    this.#at = start + 1;
    while (!this.#closes(0x5d)) array.push(this.#object());
    this.#at += 1;
    return array;
  }

  #dict(start: number): PDFDict {
    const entries = new Map<PDFName, PDFObject>();
    this.#at = start + 2;
    while (!this.#closes(0x3e)) {
      const key = this.#name(this.#at);
      entries.set(key, this.#object());
    }
    this.#at += 2;
    switch (entries.get(typeKey)) {
      case catalog:
        return PDFCatalog.fromMapWithContext(entries, this.#context);
      case pages:
        return PDFPageTree.fromMapWithContext(entries, this.#context);
      case page:
        return PDFPageLeaf.fromMapWithContext(entries, this.#context);
      default:
        return PDFDict.fromMapWithContext(entries, this.#context);
    }
  }

  /** Goes on to what comes next in an array or a dictionary; whether that is the bracket at its end. */
  #closes(bracket: number): boolean {
    this.#at = skipSpace(this.#bytes, this.#at);
    if (this.#at >= this.#bytes.length) throw new FileError('The file is cut off');
    return this.#bytes[this.#at] === bracket;
  }

  #numberOrRef(start: number): PDFObject {
    const bytes = this.#bytes;
    this.#at = skipToken(bytes, start);
    const value = readNumber(bytes, start, this.#at);
    const second = skipSpace(bytes, this.#at);
    if (isNumeric(bytes[second] ?? 0)) {
      const end = skipToken(bytes, second);
      const third = skipSpace(bytes, end);
      if (bytes[third] === 0x52 && skipToken(bytes, third) === third + 1) {
        this.#at = third + 1;
        return this.ref(value);
      }
    }
    if (!Number.isInteger(value) || value < 0 || value > 0xffff) return PDFNumber.of(value);
    return (this.#numbers[value] ??= PDFNumber.of(value));
  }

  #constant(start: number): PDFObject {
    this.#at = skipToken(this.#bytes, start);
    const word = this.#text(start, this.#at);
    if (word === 'true') return PDFBool.True;
    if (word === 'false') return PDFBool.False;
    if (word === 'null') return PDFNull;
    throw new FileError('The file has what is no object');
  }

  #text(start: number, end: number): string {
    if (end - start > 24) return Buffer.from(this.#bytes.subarray(start, end)).toString('latin1');
    let text = '';
    for (let index = start; index < end; index += 1) text += String.fromCharCode(this.#bytes[index]!);
    return text;
  }
}
