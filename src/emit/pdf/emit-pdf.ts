import type { Assets, Book, Hast } from '../../book/book.ts';
import { report } from '../../book/messages/messages.ts';
import type { PageMap } from '../../book/page-map.ts';
import type { PressProfiles } from '../../book/profile.ts';
import type { Font, TypeSize } from '../../book/theme.ts';
import { familyProperties, fontFaces } from '../font-face.ts';
import type { Resource } from '../page-server.ts';
import { bookmarksOf } from './screen/bookmarks.ts';
import type { RunningBrowser } from './browser/browser.ts';
import { printDocument, type PrintDocument } from './document/document.ts';
import { estimatePages } from './page/estimate-pages.ts';
import { geometryOf, geometryStylesheet, type Geometry } from './page/geometry.ts';
import { installDictionaries } from './browser/dictionaries.ts';
import { paginationOptions } from './page/pagination-options.ts';
import type { PaginationResult } from './page/pagination.ts';
import { print, type Print, type Waits } from './print.ts';

export interface PrintedBook {
  /** The edition for screens: undefined where something overflowed, of which messages tell. */
  readonly screen?: Uint8Array;
  /** The edition for the press. */
  readonly press?: Uint8Array;
  readonly pageMap: PageMap;
  /** The page as it was laid out. */
  readonly geometry: Geometry;
}

/** Fonts of the theme cut down to the book; stylesheets in the order of the cascade. */
export interface Looks {
  readonly fonts: ReadonlyArray<Font>;
  readonly stylesheets: ReadonlyArray<string>;
  readonly type?: TypeSize;
}

/** The editions to be made of the print. */
export interface Finishes {
  readonly screen?: boolean;
  /** With what the edition for the press is made; without it there is none. */
  readonly press?: PressProfiles | undefined;
}

/**
 * Prints the book once and finishes the print as an edition for screens, for the press, or both.
 *
 * @param assets images and fonts by path
 * @param waits called when Chrome is at work and there is time for other work
 * @param finishes by default the edition for screens alone
 * @throws EnvironmentError where the browser fails
 */
export async function emitPdf(
  book: Book<Hast>,
  assets: Assets,
  looks: Looks,
  running: RunningBrowser,
  waits: Waits = {},
  finishes: Finishes = { screen: true },
): Promise<PrintedBook> {
  // The PDF library is loaded while Chrome paints.
  let finishing: Promise<Finishers> | undefined;
  const { document, geometry, pdf, pagination } = await printWithMargins(book, assets, looks, running, {
    ...waits,
    onPaint: () => {
      finishing = loadFinishers();
      waits.onPaint?.();
    },
  });
  const pageMap = pageMapOf(pagination);
  if (pagination.overflowing.length > 0) {
    for (const index of pagination.overflowing) {
      const block = document.blocks[index];
      if (block !== undefined)
        report(block.file, 'page-overflow', 'This is wider than the text area of the page', block.position);
    }
  }
  if (pdf === undefined) return { pageMap, geometry };
  const { metadata, labels } = book;
  const about = { metadata, labels, bookmarks: bookmarksOf(book), links: document.links };
  const { finishForScreen, finishForPress, decoderIn } = await (finishing ?? loadFinishers());
  const screen =
    finishes.screen === true ? await finishForScreen(pdf, about, pagination, geometry) : undefined;
  if (finishes.press === undefined) return { ...(screen && { screen }), pageMap, geometry };
  const decoder = decoderIn(running.browser);
  try {
    const face = looks.fonts.find(({ use, style }) => use === 'text' && style === 'normal');
    const material = { profiles: finishes.press, decode: decoder.decode, face: face?.bytes };
    const press = await finishForPress(pdf, about, pagination, geometry, material);
    return { ...(screen && { screen }), press, pageMap, geometry };
  } finally {
    await decoder.close();
  }
}

type Finishers = Awaited<ReturnType<typeof loadFinishers>>;

async function loadFinishers() {
  const [{ finishForScreen }, { finishForPress }, { decoderIn }] = await Promise.all([
    import('./screen/finish-screen.ts'),
    import('./press/finish-press.ts'),
    import('./press/decode-in-browser.ts'),
  ]);
  return { finishForScreen, finishForPress, decoderIn };
}

/** A print and what it was made of. */
interface MeasuredPrint extends Print {
  readonly document: PrintDocument;
  readonly geometry: Geometry;
}

/**
 * Prints the book with the inside margin that its number of pages asks for. The number is known
 * after the layout only: where it is not what was expected, the book is laid out again, and
 * twice at most.
 *
 * @param expected how many pages the book will have
 */
async function printWithMargins(
  book: Book<Hast>,
  assets: Assets,
  looks: Looks,
  running: RunningBrowser,
  waits: Waits,
  expected?: number,
  retries = 2,
): Promise<MeasuredPrint> {
  const { browser, choice } = running;
  const geometryFor = (pages: number): Geometry => geometryOf(book.metadata.print, looks.type, pages);
  const geometry = geometryFor(expected ?? estimatePages(book, geometryFor(0)));
  const made = printable(book, assets, looks, choice.dictionaries === undefined, geometry);
  if (choice.dictionaries !== undefined)
    await installDictionaries(choice.dictionaries, made.document.languages);
  const fits = ({ pages }: PaginationResult): boolean =>
    retries === 0 || geometryFor(pages.length).margins.inside === geometry.margins.inside;
  const printed = await print(browser, made.resources, paginationOptions(book, geometry), waits, {
    words: made.document.words,
    accept: fits,
  });
  if (printed.pdf !== undefined || fits(printed.pagination))
    return { ...printed, document: made.document, geometry };
  return printWithMargins(book, assets, looks, running, waits, printed.pagination.pages.length, retries - 1);
}

/**
 * The book as Chrome gets it: the document and every file it asks for, by path.
 *
 * @param softHyphens whether words carry their break points themselves
 * @param geometry the page
 */
export function printable(
  book: Book<Hast>,
  assets: Assets,
  looks: Looks,
  softHyphens: boolean,
  geometry: Geometry = geometryOf(book.metadata.print, looks.type),
): { readonly document: PrintDocument; readonly resources: ReadonlyMap<string, Resource> } {
  const faces = [fontFaces(looks.fonts, '/theme-fonts/'), familyProperties(looks.fonts)];
  const styles = [[...faces, geometryStylesheet(geometry)].join('\n'), ...looks.stylesheets];
  const paths = styles.map((_, index) => `/style-${index}.css`);
  const document = printDocument(book, paths, softHyphens);
  const resources = new Map<string, Resource>([
    ['/', { bytes: document.html, mediaType: 'text/html; charset=utf-8' }],
    ...styles.map(
      (bytes, index) => [paths[index] ?? '', { bytes, mediaType: 'text/css; charset=utf-8' }] as const,
    ),
    ...looks.fonts.map(
      (font) => [`/theme-fonts/${font.file}`, { bytes: font.bytes, mediaType: 'font/ttf' }] as const,
    ),
    ...[...assets].map(([path, asset]) => [`/${path}`, asset] as const),
  ]);
  return { document, resources };
}

function pageMapOf(pagination: PaginationResult): PageMap {
  return {
    pages: pagination.pages,
    anchors: new Map(pagination.anchors.map((anchor) => [anchor.id, anchor.page])),
  };
}
