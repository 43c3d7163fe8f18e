import type { Assets, Book, Hast } from '../book/book.ts';
import type { CoverSource } from '../book/cover.ts';
import type { Metadata } from '../book/metadata.ts';
import type { Printing } from '../book/printer.ts';
import type { PressProfiles } from '../book/profile.ts';
import type * as covers from './cover.ts';
import type { RunningBrowser } from '../emit/pdf/browser/browser.ts';
import type { PrintedBook } from '../emit/pdf/emit-pdf.ts';

/** What covers are made of. */
export interface CoverIngredients {
  readonly assets: Assets;
  /** Where book.yaml speaks of the cover, if the book has one. */
  readonly cover: CoverSource | undefined;
  /** The printer, whose paper decides how wide the spine is. */
  readonly printing: Printing | undefined;
  /** With what the press edition is made. */
  readonly profiles: PressProfiles | undefined;
  /** A browser on its way, where something is to be printed. */
  readonly starting: Promise<RunningBrowser> | undefined;
}

/** Whether the cover of a book must be set in type before there can be an e-book with it. */
export function needsFront({ cover }: Metadata): boolean {
  return cover !== undefined && cover.image === undefined;
}

/** The front of the cover: for stores beside the press edition, for the e-book where it is set in type. */
export function frontOf(
  book: Book<Hast>,
  wants: { has(edition: 'epub' | 'press'): boolean },
  { assets, cover, starting }: CoverIngredients,
): Promise<Uint8Array> | undefined {
  if (cover === undefined || starting === undefined) return undefined;
  if (!wants.has('press') && !(wants.has('epub') && needsFront(book.metadata))) return undefined;
  return starting.then(async ({ browser }) => {
    const { makeFront } = await loadCovers();
    return makeFront({ book, assets, source: cover }, browser);
  });
}

/** The whole cover, where there is a press edition for it to go around. */
export async function wrapOf(
  book: Book<Hast>,
  { press, pageMap }: PrintedBook,
  { assets, cover, printing, profiles, starting }: CoverIngredients,
): Promise<Uint8Array | undefined> {
  const running = await starting;
  if (press === undefined || cover === undefined || printing === undefined) return undefined;
  if (profiles === undefined || running === undefined) return undefined;
  const { browser } = running;
  const [{ makeCover }, { finishCover }] = await Promise.all([
    loadCovers(),
    import('../emit/pdf/press/finish-cover.ts'),
  ]);
  const { printer, paper } = printing;
  return makeCover(
    { book, assets, source: cover },
    { printer, paper, pages: pageMap.pages.length },
    browser,
    async (pdf, geometry) => finishCover(pdf, book, geometry, profiles, browser),
  );
}

async function loadCovers(): Promise<typeof covers> {
  return import('./cover.ts');
}
