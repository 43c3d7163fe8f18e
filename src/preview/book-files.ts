import { extname } from 'node:path';
import JSZip from 'jszip';
import type { Answer } from './server/server.ts';
import { dictionary } from '../book/dictionary.ts';

/** The files of an e-book, as a reading engine asks for them. */
export class BookFiles {
  readonly #zip: JSZip;
  /** Documents that were written later, by their path. */
  readonly #later: ReadonlyMap<string, string>;

  private constructor(zip: JSZip, later: ReadonlyMap<string, string>) {
    this.#zip = zip;
    this.#later = later;
  }

  /** @param epub the whole file */
  static async of(epub: Uint8Array): Promise<BookFiles> {
    return new BookFiles(await JSZip.loadAsync(epub), new Map());
  }

  /** The same book with another document; the same, where it has no such one. */
  with(path: string, document: string): BookFiles {
    if (this.#zip.file(path) === null) return this;
    return new BookFiles(this.#zip, new Map([...this.#later, [path, document]]));
  }

  /** A file of the book. */
  async answer(path: string): Promise<Answer | undefined> {
    const mediaType = mediaTypes[extname(path)] ?? 'application/octet-stream';
    const later = this.#later.get(path);
    if (later !== undefined) return { body: later, mediaType };
    const body = await this.#zip.file(path)?.async('uint8array');
    return body === undefined ? undefined : { body, mediaType };
  }
}

const mediaTypes = dictionary<string>({
  '.xhtml': 'application/xhtml+xml',
  '.css': 'text/css',
  '.opf': 'application/xml',
  '.ncx': 'application/xml',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
});
