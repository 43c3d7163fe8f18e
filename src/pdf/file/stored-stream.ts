import { PDFRawStream, type PDFDict } from 'pdf-lib';
import type { FileBytes } from './file-bytes.ts';

/**
 * The stream with these bytes of a file. Those on disk are read whenever they are asked for, and then let
 * go: the pictures of a book would fill the memory.
 *
 * @param start offset of its first byte
 * @param end offset behind its last
 */
export function streamOf(dict: PDFDict, file: FileBytes, start: number, end: number): PDFRawStream {
  if (!file.isStored) return PDFRawStream.of(dict, file.part(start, end));
  return streamFrom(dict, end - start, () => file.part(start, end));
}

/**
 * A stream whose bytes are read whenever they are asked for.
 *
 * @param length how many there are
 */
export function streamFrom(dict: PDFDict, length: number, read: () => Uint8Array): PDFRawStream {
  const stream = PDFRawStream.of(dict, new Uint8Array());
  return Object.defineProperties(stream, {
    contents: { get: read },
    getContentsSize: { value: () => length },
  });
}
