import type { Assets, Book, Hast } from '../../book/book.ts';
import type { Bytes } from '../../book/bytes.ts';
import type { Page, PageMap } from '../../book/page-map.ts';
import { noShelf, type Shelf } from '../../book/shelf.ts';
import type { RunningBrowser } from './browser/browser.ts';
import type { KeptTab } from './browser/kept-tab.ts';
import { dictionariesFor, installDictionaries } from './browser/dictionaries.ts';
import type { Geometry } from './page/geometry.ts';
import { pageMapOf } from './page/page-map.ts';
import { paginationOptions } from './page/pagination-options.ts';
import type { Excerpt, PaginationOptions } from './page/pagination.ts';
import { print } from './print.ts';
import { hyphenationOf } from './document/break-points.ts';
import { printable, type Looks } from './printable.ts';

/** The last print of the whole book, as far as it decides how some of its sections are printed. */
export interface WholePrint {
  readonly looks: Looks;
  readonly geometry: Geometry;
  /** What was known of its sections. */
  readonly sections: PaginationOptions['sections'];
  readonly pages: ReadonlyArray<Page>;
  readonly anchors: ReadonlyMap<string, number>;
  /** Index of the page where arabic numbering begins. */
  readonly firstArabic: number;
}

/** Sections of a book as they were printed by themselves. */
export interface PrintedExcerpt {
  readonly pdf: Bytes;
  /** How many pages of the file stand before them. */
  readonly before: number;
  /** Of the excerpt: index 0 is its first page, whatever stands before it in the file. */
  readonly pageMap: PageMap;
}

/** What makes it shorter to print an excerpt after another. */
export interface ExcerptAids {
  /** Where words were divided before. */
  readonly divided?: Shelf;
  /** Where others were printed. */
  readonly tab?: KeptTab;
}

/**
 * Prints sections without the rest of their book: on the pages and with the numbers that they have in it, as far as the
 * last print of the whole tells.
 *
 * @param book with these sections alone
 * @returns nothing where the last print has them not, or they cannot be printed
 * @throws EnvironmentError where the browser fails
 */
export async function printExcerpt(
  book: Book<Hast>,
  assets: Assets,
  whole: WholePrint,
  running: RunningBrowser,
  { divided = noShelf, tab }: ExcerptAids = {},
): Promise<PrintedExcerpt | undefined> {
  const { geometry, looks } = whole;
  const { browser, choice, limits } = running;
  const options = excerptOptions(book, whole);
  if (options === undefined) return undefined;
  const dictionaries = dictionariesFor(choice.dictionaries);
  const made = printable(book, assets, looks, dictionaries === undefined, geometry);
  const { texts, languages } = made.document;
  if (dictionaries !== undefined) await installDictionaries(dictionaries, languages);
  const hyphenation = () => hyphenationOf(texts(), divided);
  const knowledge = { hyphenation, limits, isTagged: false, tab };
  const { pdf, pagination } = await print(browser, made.resources, options, {}, knowledge);
  if (pdf === undefined) return undefined;
  const before = options.excerpt.pagesBefore % 2;
  return { pdf, before, pageMap: without(before, pageMapOf(pagination, geometry, made.document)) };
}

function excerptOptions(
  book: Book<Hast>,
  { geometry, looks, sections, pages, anchors, firstArabic }: WholePrint,
): (PaginationOptions & { readonly excerpt: Excerpt }) | undefined {
  const { notes: _, pageMultiple: __, ...options } = paginationOptions(book, geometry, looks);
  const opens = new Map(sections.map((section) => [section.id, section.opens]));
  const pagesBefore = anchors.get(options.sections[0]?.id ?? '');
  if (pagesBefore === undefined) return undefined;
  const elsewhere = [...anchors].map(([id, page]) => [id, pages[page]?.label ?? ''] as const);
  return {
    ...options,
    sections: options.sections.map((section) => ({ ...section, opens: opens.get(section.id) ?? 'any' })),
    hasPlaces: true,
    excerpt: { pagesBefore, firstArabic, elsewhere: Object.fromEntries(elsewhere) },
  };
}

/** A page map without the pages before those that are meant. */
function without(before: number, { pages, anchors, blocks, feet }: PageMap): PageMap {
  const moved = <Part extends { readonly page: number }>(part: Part): Part => ({
    ...part,
    page: part.page - before,
  });
  return {
    pages: pages.slice(before),
    anchors: new Map([...anchors].map(([id, page]) => [id, page - before])),
    ...(blocks && { blocks: blocks.map(moved) }),
    ...(feet && { feet: new Map([...feet].map(([page, y]) => [page - before, y])) }),
    starts: [],
  };
}
