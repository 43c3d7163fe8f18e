import type { Browser } from 'puppeteer';
import { sections, type Assets, type Book, type Hast, type Section } from '../../book/book.ts';
import { report } from '../../book/messages.ts';
import type { PageMap } from '../../book/page-map.ts';
import { roles, untitledRoles } from '../../book/roles.ts';
import type { Font } from '../../book/theme.ts';
import { familyStack, fontFaces } from '../font-face.ts';
import { bookmarksOf } from './bookmarks.ts';
import type { BrowserChoice } from './browser.ts';
import { printDocument } from './document.ts';
import { finishForScreen } from './finish.ts';
import { geometryOf, geometryStylesheet } from './geometry.ts';
import { installDictionaries } from './hyphenation.ts';
import type { PaginationOptions, PaginationResult } from './in-page.ts';
import { print, type Resource } from './print.ts';

export interface PrintedBook {
  /** The edition for screens: undefined where something overflowed, of which messages tell. */
  readonly screen?: Uint8Array;
  readonly pageMap: PageMap;
}

/** A browser on its way: it starts while the manuscript is read. */
export interface RunningBrowser {
  readonly choice: BrowserChoice;
  readonly browser: Browser;
}

/**
 * Prints the book once and finishes the print as an edition for screens.
 *
 * @param assets images and fonts by path
 * @param looks fonts of the theme cut down to the book, and the theme's and author's stylesheets
 * @throws EnvironmentError where the browser fails
 */
export async function emitPdf(
  book: Book<Hast>,
  assets: Assets,
  looks: { readonly fonts: ReadonlyArray<Font>; readonly stylesheets: ReadonlyArray<string> },
  { browser, choice }: RunningBrowser,
): Promise<PrintedBook> {
  const geometry = geometryOf(book.metadata.print);
  const styles = [
    [fontFaces(looks.fonts, '/theme-fonts/'), familyProperties(looks.fonts), geometryStylesheet(geometry)].join('\n'),
    ...looks.stylesheets,
  ];
  const document = printDocument(
    book,
    styles.map((_, index) => `style-${index}.css`),
  );
  const resources = new Map<string, Resource>([
    ['/', { bytes: document.html, mediaType: 'text/html; charset=utf-8' }],
    ...styles.map((bytes, index) => [`/style-${index}.css`, { bytes, mediaType: 'text/css; charset=utf-8' }] as const),
    ...looks.fonts.map((font) => [`/theme-fonts/${font.file}`, { bytes: font.bytes, mediaType: 'font/ttf' }] as const),
    ...[...assets].map(([path, asset]) => [`/${path}`, asset] as const),
  ]);
  if (choice.dictionaries !== undefined) await installDictionaries(choice.dictionaries, document.languages);
  const { pdf, pagination } = await print(browser, resources, paginationOptions(book));
  const pageMap = pageMapOf(pagination);
  if (pagination.overflowing.length > 0) {
    for (const index of pagination.overflowing) {
      const block = document.blocks[index];
      if (block !== undefined) report(block.file, 'page-overflow', 'This is wider than the text area of the page', block.position);
    }
    return { pageMap };
  }
  const about = { metadata: book.metadata, bookmarks: bookmarksOf(book) };
  return { screen: await finishForScreen(pdf, about, pagination, geometry), pageMap };
}

function familyProperties(fonts: ReadonlyArray<Font>): string {
  return [
    ':root {',
    `  --text-family: ${familyStack(fonts, 'text', 'serif')};`,
    `  --code-family: ${familyStack(fonts, 'code', 'monospace')};`,
    `  --math-family: ${familyStack(fonts, 'math', 'math')};`,
    '}',
  ].join('\n');
}

function paginationOptions(book: Book<Hast>): PaginationOptions {
  return {
    bookHead: book.metadata.title,
    firstBody: book.body[0]?.id,
    sections: sections(book).map((section) => ({
      id: section.id,
      opens: opensOnTheRight(section, book) ? 'right' : 'any',
      head: section.title,
      furniture: untitledRoles.has(section.role) ? 'none' : 'all',
    })),
  };
}

/** The copyright page backs the title page; chapters do as the book says; all else opens on the right. */
function opensOnTheRight(section: Section<Hast>, book: Book<Hast>): boolean {
  if (section.role === 'copyright-page') return false;
  if (section.id === book.body[0]?.id || section.role === 'part') return true;
  return roles[section.role] === 'front' || book.metadata.print.openings === 'right';
}

function pageMapOf(pagination: PaginationResult): PageMap {
  return {
    pages: pagination.pages,
    anchors: new Map(pagination.anchors.map((anchor) => [anchor.id, anchor.page])),
  };
}
