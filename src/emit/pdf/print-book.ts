import type { Bytes } from '../../book/bytes.ts';
import type { Assets, Book, Hast } from '../../book/book.ts';
import type { Labels } from '../../book/labels.ts';
import { excerpt } from '../../book/messages/excerpt.ts';
import { report } from '../../book/messages/messages.ts';
import type { Metadata } from '../../book/metadata.ts';
import type { PageMap } from '../../book/page-map.ts';
import { noShelf, type Shelf } from '../../book/shelf.ts';
import { bookmarksOf, type Bookmark } from './screen/bookmarks.ts';
import type { PrintLink } from './screen/link-names.ts';
import type { RunningBrowser } from './browser/browser.ts';
import { hyphenationOf } from './document/break-points.ts';
import type { PrintDocument } from './document/document.ts';
import { estimatePages } from './page/estimate-pages.ts';
import { openingsOnTheRight } from './page/openings.ts';
import { geometryOf, type Geometry } from './page/geometry.ts';
import { dictionariesFor, installDictionaries } from './browser/dictionaries.ts';
import { pageMapOf } from './page/page-map.ts';
import { pagesWithSameMargins } from './page/same-margins.ts';
import { paginationOptions } from './page/pagination-options.ts';
import type { Hyphenation } from './page/pagination-script.ts';
import type { PaginationResult } from './page/pagination.ts';
import { printable, type Looks } from './printable.ts';
import { print, type Print, type Waits } from './print.ts';
import { layoutOnce, printOnce } from './print-once.ts';
import { printLean, withoutPhotographs } from './stand-ins/print-lean.ts';
import { originalsIn, type Originals } from './stand-ins/stand-ins.ts';

/** The book as Chrome printed it, and what it takes to finish it as an edition. */
export interface PrintedBook {
  /** What Chrome painted: undefined where something overflowed, of which messages tell. */
  readonly pdf?: Bytes;
  readonly about: PrintedMatter;
  readonly pagination: PaginationResult;
  readonly pageMap: PageMap;
  /** The page as it was laid out. */
  readonly geometry: Geometry;
}

/** What the finished editions say of themselves, and where they lead. */
export interface PrintedMatter {
  readonly metadata: Metadata;
  readonly labels: Labels;
  readonly bookmarks: ReadonlyArray<Bookmark>;
  readonly links: ReadonlyArray<PrintLink>;
  /** The photographs of the book, where the print may have stand-ins. */
  readonly originals: Originals;
  /** Whether text may have shadows, which are painted as text. */
  readonly hasShadows: boolean;
}

/**
 * Prints the book once, for all editions that are finished from it.
 *
 * @param assets images and fonts by path
 * @param waits called when Chrome is at work and there is time for other work
 * @param scratch the folder for what would fill the memory; without one all stays in memory
 * @param beforehand what is known of it already
 * @throws EnvironmentError where the browser fails
 */
export async function printBook(
  book: Book<Hast>,
  assets: Assets,
  looks: Looks,
  running: RunningBrowser,
  waits: Waits = {},
  scratch?: string,
  beforehand: Beforehand = { prints: noShelf, layouts: noShelf },
): Promise<PrintedBook> {
  const wanted = { book, assets, looks, running, waits, scratch, beforehand, isPainted: true };
  const { document, originals, geometry, pdf, pagination } = await printWithMargins(wanted);
  reportOverflow(pagination, document);
  const { metadata, labels } = book;
  const hasShadows = looks.stylesheets.some((css) => /text-shadow/i.test(css));
  const matter = { metadata, labels, hasShadows };
  return {
    ...(pdf !== undefined && { pdf }),
    about: { ...matter, bookmarks: bookmarksOf(book), links: document.links, originals },
    pagination,
    pageMap: pageMapOf(pagination, geometry, document),
    geometry,
  };
}

/**
 * Where everything falls in the printed book, without painting it.
 *
 * @param beforehand what is known of it already
 * @returns nothing where something overflows, of which messages tell
 * @throws EnvironmentError where the browser fails
 */
export async function layBookOut(
  book: Book<Hast>,
  assets: Assets,
  looks: Looks,
  running: RunningBrowser,
  beforehand: Beforehand,
): Promise<PageMap | undefined> {
  const wanted = { book, assets, looks, running, beforehand, isPainted: false };
  const { document, geometry, pagination } = await printWithMargins(wanted);
  reportOverflow(pagination, document);
  return pagination.state === 'painted' ? pageMapOf(pagination, geometry, document) : undefined;
}

/**
 * Prints the book, or lays it out, to see whether that comes to an end: nothing is kept, and nothing told.
 *
 * @param isPainted whether it is painted, and not laid out alone
 * @throws EnvironmentError where the browser fails
 */
export async function printAlone(
  book: Book<Hast>,
  assets: Assets,
  looks: Looks,
  running: RunningBrowser,
  isPainted: boolean,
): Promise<void> {
  const beforehand = { prints: noShelf, layouts: noShelf };
  await printWithMargins({ book, assets, looks, running, beforehand, isPainted });
}

function reportOverflow({ overflowing, shrunk = [] }: PaginationResult, { blocks }: PrintDocument): void {
  for (const index of shrunk) {
    const block = blocks[index];
    if (block === undefined || overflowing.includes(index)) continue;
    const reason = 'This is wider than the text area of the page, and is set as small as it must be to fit';
    report(block.file, 'page-overflow', reason, block.position, { severity: 'warning' });
  }
  for (const index of overflowing) {
    const block = blocks[index];
    if (block === undefined) continue;
    const words = excerpt(block.words?.() ?? '');
    const what = words === '' ? 'This' : `“${words}”`;
    report(block.file, 'page-overflow', `${what} is wider than the text area of the page`, block.position);
  }
}

/** What is known of a print before it is made. */
export interface Beforehand {
  /** Kept by earlier builds. */
  readonly prints: Shelf;
  /** Of books that were laid out and not painted. */
  readonly layouts: Shelf;
  /** Where the words of the book may be divided, if that is being found already. */
  readonly hyphenation?: Promise<Hyphenation> | undefined;
}

/** What is printed, with what. */
interface WantedPrint {
  readonly book: Book<Hast>;
  readonly assets: Assets;
  readonly looks: Looks;
  readonly running: RunningBrowser;
  readonly waits?: Waits;
  readonly scratch?: string | undefined;
  readonly beforehand: Beforehand;
  /** Whether it is painted, and not laid out alone. */
  readonly isPainted: boolean;
}

/** A print and what it was made of. */
interface MeasuredPrint extends Print {
  readonly document: PrintDocument;
  readonly originals: Originals;
  readonly geometry: Geometry;
}

/**
 * Prints the book with the inside margin that its number of pages asks for. The number is known
 * after the layout only: where it is not what was expected, the book is laid out again, and
 * twice at most.
 *
 * @param expected how many pages the book will have
 */
async function printWithMargins(wanted: WantedPrint, expected?: number, retries = 2): Promise<MeasuredPrint> {
  const { book, assets, looks, running, waits, scratch, beforehand, isPainted } = wanted;
  const { browser, choice } = running;
  const geometryFor = (pages: number): Geometry => geometryOf(book.metadata.print, looks.type, pages);
  const pages = expected ?? firstEstimate(book, geometryFor(0));
  const geometry = geometryFor(pages);
  const dictionaries = dictionariesFor(choice.dictionaries);
  const made = printable(book, assets, looks, dictionaries === undefined, geometry);
  if (dictionaries !== undefined) await installDictionaries(dictionaries, made.document.languages);
  const accepted = retries === 0 ? undefined : pagesWithSameMargins(geometryFor, pages);
  const options = {
    ...paginationOptions(book, geometry, looks),
    ...(looks.hasPlaces === true && { hasPlaces: true }),
    ...(accepted && { accepted }),
  };
  const decides = { resources: made.resources, options, choice };
  const { limits } = running;
  const hyphenation = () => beforehand.hyphenation ?? hyphenationOf(made.document.texts());
  const knowledge = { hyphenation, scratch, limits };
  const printed = isPainted
    ? await printOnce(decides, beforehand.prints, () =>
        printLean(made.resources, (resources) => print(browser, resources, options, waits, knowledge)),
      )
    : await layoutOnce(decides, beforehand, () =>
        print(browser, withoutPhotographs(made.resources), options, waits, { ...knowledge, isPainted }),
      );
  const count = printed.pagination.pages.length;
  const [least, most] = accepted ?? [0, Infinity];
  if (least <= count && count <= most)
    return { ...printed, document: made.document, originals: originalsIn(made.resources), geometry };
  return printWithMargins(wanted, count, retries - 1);
}

function firstEstimate(book: Book<Hast>, geometry: Geometry): number {
  return estimatePages(book, geometry, openingsOnTheRight(book, geometry));
}
