import type { Browser } from 'puppeteer-core';
import type { Bytes } from '../../book/bytes.ts';
import type { Asset, Assets, Book, Hast } from '../../book/book.ts';
import type { CoverSource } from '../../book/cover.ts';
import type { Paper, Printer } from '../../book/printer.ts';
import { spineWidth } from '../../book/spine.ts';
import { withScriptFaces, type Font } from '../../book/theme.ts';
import { checkCoverImage } from '../../lint/cover/cover-image.ts';
import { checkCoverWords } from '../../lint/cover/cover-words.ts';
import { emitFront, emitWrap } from '../../emit/cover/emit-cover.ts';
import { wrapGeometry, type WrapGeometry } from '../../emit/cover/geometry.ts';
import { readCoverDesign, type CoverDesign } from '../../read/templates/cover-design.ts';

/** What a cover is made of. */
export interface CoverParts {
  readonly book: Book<Hast>;
  readonly assets: Assets;
  /** The faces of the scripts of the book, whole. */
  readonly scriptFaces: ReadonlyArray<Font>;
  /** Where book.yaml speaks of the cover; it collects the messages. */
  readonly source: CoverSource;
}

/** What the cover goes around. */
export interface BookBlock {
  readonly printer: Printer;
  readonly paper: Paper;
  /** How many pages the book has, blank ones included. */
  readonly pages: number;
}

/**
 * The whole cover for the printer: the one book.yaml brings along, if it fits the book, or one made of
 * the front image or the design.
 *
 * @param parts what it is made of
 * @param block what it goes around
 * @param finish makes of Chrome's print what a printer accepts
 * @returns nothing where it has faults; messages in the source tell
 * @throws EnvironmentError where the browser fails
 */
export async function makeCover(
  { book, assets, scriptFaces, source }: CoverParts,
  { printer, paper, pages: printed }: BookBlock,
  browser: Browser,
  finish: (print: Uint8Array, geometry: WrapGeometry) => Promise<Bytes>,
): Promise<Bytes | undefined> {
  const { language, print } = book.metadata;
  // A leaf has two pages.
  const pages = printed + (printed % 2);
  const spineOf = (count: number): number => spineWidth(printer, paper, count);
  const size = {
    trim: print.trim,
    bleed: printer.cover.bleed,
    spine: spineOf(pages),
    pages,
    printer: printer.title,
    paper: paper.name,
  };
  if (source.given !== undefined) {
    const { checkGivenCover } = await import('../../lint/cover/given-cover.ts');
    return (await checkGivenCover(source, size, spineOf)) ? source.given.bytes : undefined;
  }
  const image = frontImage(book, assets);
  if (image !== undefined) checkCoverImage(source, image, size, printer.resolution);
  const geometry = wrapGeometry(size, language, printer.spine);
  const style = await styleOf(book, scriptFaces);
  const { bytes, ...found } = await emitWrap(book, assets, style, geometry, browser);
  checkCoverWords(source, found);
  return found.overflowing.length > 0 ? undefined : finish(bytes, geometry);
}

/**
 * The front as a JPEG picture, for stores and for an EPUB without a cover image.
 *
 * @param parts what it is made of
 * @throws EnvironmentError where the browser fails
 */
export async function makeFront(
  { book, assets, scriptFaces, source }: CoverParts,
  browser: Browser,
): Promise<Uint8Array> {
  const style = await styleOf(book, scriptFaces);
  const { bytes, ...found } = await emitFront(book, assets, style, browser);
  checkCoverWords(source, found);
  return bytes;
}

async function styleOf(book: Book<Hast>, scriptFaces: ReadonlyArray<Font>): Promise<CoverDesign> {
  const design = await readCoverDesign(book.metadata);
  return { ...design, fonts: withScriptFaces(design.fonts, scriptFaces) };
}

function frontImage({ metadata }: Book<Hast>, assets: Assets): Asset | undefined {
  return metadata.cover?.image === undefined ? undefined : assets.get(metadata.cover.image);
}
