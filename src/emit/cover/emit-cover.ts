import type { Browser } from 'puppeteer-core';
import type { Assets, Book, Hast } from '../../book/book.ts';
import type { CoverDesignName, CoverPart } from '../../book/cover.ts';
import type { Font } from '../../book/theme.ts';
import { embeddedFonts } from '../fonts.ts';
import { isbnOf } from '../identity.ts';
import type { Resource } from '../page-server.ts';
import { isDark } from './colour.ts';
import { coverWords } from './cover-words.ts';
import { frontDocument, wrapDocument, type CoverContent } from './document.ts';
import { frontPixels } from './front-pixels.ts';
import type { WrapGeometry } from './geometry.ts';
import { priceCode } from './price-code.ts';
import { renderJpeg, renderPdf, type Rendering } from './render.ts';
import { fontFolder, frontStylesheet, wrapStylesheet, type CoverLooks } from './stylesheet.ts';

/** A design: CSS over the custom properties of the stylesheet, and its fonts, whole. */
export interface CoverStyle {
  readonly name: CoverDesignName;
  readonly stylesheet: string;
  readonly fonts: ReadonlyArray<Font>;
}

/** A cover, or a part of one. */
export interface EmittedCover {
  readonly bytes: Uint8Array;
  /** The parts whose words do not fit at a size that can be read. */
  readonly overflowing: ReadonlyArray<CoverPart>;
  /** Visible characters that no font of the design has. */
  readonly missing: ReadonlySet<string>;
}

/**
 * The front as a JPEG picture, for stores and for the EPUB: the image of the book, or the design.
 *
 * @param book the book
 * @param assets the files of the manuscript by path
 * @param style the design
 * @throws EnvironmentError where the browser fails
 */
export async function emitFront(
  book: Book<Hast>,
  assets: Assets,
  style: CoverStyle,
  browser: Browser,
): Promise<EmittedCover> {
  const size = frontPixels(book.metadata.print.trim);
  const { content, looks, missing, resources } = await prepare(book, assets, style);
  resources.set('/', html(frontDocument(content, size, '/cover.css')));
  resources.set('/cover.css', css(frontStylesheet(size, looks)));
  return emitted(await renderJpeg(browser, resources, size), missing);
}

/**
 * The whole cover as Chrome prints it, with the geometry's sheet as its page: the press finishing makes
 * of it what a printer accepts.
 *
 * @param book the book
 * @param assets the files of the manuscript by path
 * @param style the design
 * @param geometry its measures
 * @throws EnvironmentError where the browser fails
 */
export async function emitWrap(
  book: Book<Hast>,
  assets: Assets,
  style: CoverStyle,
  geometry: WrapGeometry,
  browser: Browser,
): Promise<EmittedCover> {
  const { content, looks, missing, resources } = await prepare(book, assets, style);
  resources.set('/', html(wrapDocument(content, geometry, '/cover.css')));
  resources.set('/cover.css', css(wrapStylesheet(geometry, looks)));
  return emitted(await renderPdf(browser, resources), missing);
}

interface Prepared {
  readonly content: CoverContent;
  readonly looks: CoverLooks;
  readonly missing: ReadonlySet<string>;
  readonly resources: Map<string, Resource>;
}

/** What both renderings have in common; the fonts cut down to the words of the cover. */
async function prepare(book: Book<Hast>, assets: Assets, style: CoverStyle): Promise<Prepared> {
  const { metadata, labels } = book;
  const { cover, language } = metadata;
  const words = coverWords(metadata, labels);
  const isbn = isbnOf(metadata, 'print');
  const addOn = priceCode(metadata);
  const image = cover?.image === undefined ? undefined : assets.get(cover.image);
  const wordless = { ...book, front: [], body: [], back: [] };
  const { fonts: textFonts, missing } = await embeddedFonts(
    wordless,
    style.fonts,
    Object.values(words).flat().join(''),
  );
  const figures = style.fonts.filter(
    ({ use, weight, style: slope }) => use === 'code' && weight === 400 && slope === 'normal',
  );
  const { fonts: figureFonts } = await embeddedFonts(
    wordless,
    figures.map((font) => ({ ...font, use: 'text' })),
    'ISBN 0123456789-',
  );
  const fonts = [...textFonts, ...figureFonts.map((font) => ({ ...font, use: 'code' as const }))];
  return {
    content: {
      design: style.name,
      language,
      words,
      ...(image !== undefined && { image: '/front-image' }),
      darkType: cover?.colour !== undefined && !isDark(cover.colour),
      ...(isbn !== undefined && { isbn }),
      ...(isbn !== undefined && addOn !== undefined && { addOn }),
    },
    looks: {
      fonts,
      stylesheet: style.stylesheet,
      ...(cover?.colour !== undefined && { colour: cover.colour }),
    },
    missing,
    resources: new Map<string, Resource>([
      ...fonts.map(
        (font) => [`${fontFolder}${font.file}`, { bytes: font.bytes, mediaType: 'font/ttf' }] as const,
      ),
      ...(image === undefined ? [] : [['/front-image', image] as const]),
    ]),
  };
}

function emitted({ bytes, overflowing }: Rendering, missing: ReadonlySet<string>): EmittedCover {
  const parts: ReadonlyArray<CoverPart> = ['title', 'back', 'spine'];
  return { bytes, overflowing: parts.filter((part) => overflowing.includes(part)), missing };
}

function html(bytes: string): Resource {
  return { bytes, mediaType: 'text/html; charset=utf-8' };
}

function css(bytes: string): Resource {
  return { bytes, mediaType: 'text/css; charset=utf-8' };
}
