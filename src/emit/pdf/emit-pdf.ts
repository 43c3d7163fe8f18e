import { sections, type Assets, type Book, type Hast, type Section } from '../../book/book.ts';
import { report } from '../../book/messages.ts';
import type { PageMap } from '../../book/page-map.ts';
import { roles, untitledRoles } from '../../book/roles.ts';
import type { Font } from '../../book/theme.ts';
import { familyStack, fontFaces } from '../font-face.ts';
import { bookmarksOf } from './bookmarks.ts';
import type { RunningBrowser } from './browser.ts';
import { printDocument, type PrintDocument } from './document.ts';
import type * as finish from './finish.ts';
import { geometryOf, geometryStylesheet, type Geometry } from './geometry.ts';
import { installDictionaries } from './hyphenation.ts';
import { noteHeadOptions } from './note-heads.ts';
import type { PaginationOptions, PaginationResult } from './pagination.ts';
import { print, type Resource, type Waits } from './print.ts';
import { runningHead } from './running-head.ts';

export interface PrintedBook {
  /** The edition for screens: undefined where something overflowed, of which messages tell. */
  readonly screen?: Uint8Array;
  readonly pageMap: PageMap;
}

/** Fonts of the theme cut down to the book; stylesheets in the order of the cascade. */
export interface Looks {
  readonly fonts: ReadonlyArray<Font>;
  readonly stylesheets: ReadonlyArray<string>;
}

/**
 * Prints the book once and finishes the print as an edition for screens.
 *
 * @param assets images and fonts by path
 * @param waits called when Chrome is at work and there is time for other work
 * @throws EnvironmentError where the browser fails
 */
export async function emitPdf(
  book: Book<Hast>,
  assets: Assets,
  looks: Looks,
  { browser, choice }: RunningBrowser,
  waits: Waits = {},
): Promise<PrintedBook> {
  const geometry = geometryOf(book.metadata.print);
  const { document, resources } = printable(book, assets, looks, choice.dictionaries === undefined);
  if (choice.dictionaries !== undefined) await installDictionaries(choice.dictionaries, document.languages);
  // The PDF library is loaded while Chrome paints.
  let finishing: Promise<typeof finish> | undefined;
  const { pdf, pagination } = await print(browser, resources, paginationOptions(book, geometry), {
    ...waits,
    onPaint: () => {
      finishing = import('./finish.ts');
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
    return { pageMap };
  }
  const about = { metadata: book.metadata, labels: book.labels, bookmarks: bookmarksOf(book) };
  const { finishForScreen } = await (finishing ?? import('./finish.ts'));
  return { screen: await finishForScreen(pdf, about, pagination, geometry), pageMap };
}

/**
 * The book as Chrome gets it: the document and every file it asks for, by path.
 *
 * @param softHyphens whether words carry their break points themselves
 */
export function printable(
  book: Book<Hast>,
  assets: Assets,
  looks: Looks,
  softHyphens: boolean,
): { readonly document: PrintDocument; readonly resources: ReadonlyMap<string, Resource> } {
  const geometry = geometryStylesheet(geometryOf(book.metadata.print));
  const base = [fontFaces(looks.fonts, '/theme-fonts/'), familyProperties(looks.fonts), geometry].join('\n');
  const styles = [base, ...looks.stylesheets];
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

function familyProperties(fonts: ReadonlyArray<Font>): string {
  return [
    ':root {',
    `  --text-family: ${familyStack(fonts, 'text', 'serif')};`,
    `  --code-family: ${familyStack(fonts, 'code', 'monospace')};`,
    `  --math-family: ${familyStack(fonts, 'math', 'math')};`,
    '}',
  ].join('\n');
}

function paginationOptions(book: Book<Hast>, geometry: Geometry): PaginationOptions {
  const { trim, margins } = geometry;
  const notes = noteHeadOptions(book, geometry);
  return {
    ...(notes && { notes }),
    textWidth: Math.ceil((trim.width - margins.inside - margins.outside) / 0.75),
    bookHead: runningHead(book.metadata.title, geometry),
    firstBody: book.body[0]?.id,
    sections: sections(book).map((section) => ({
      id: section.id,
      opens: opensOnTheRight(section, book) ? 'right' : 'any',
      head: runningHead(section.title, geometry),
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
