import type { Assets, Book, Hast } from '../book/book.ts';
import type { NoteConservation, NoteCount } from '../book/conservation.ts';
import type { Product } from '../book/product.ts';
import type { Font, Theme } from '../book/theme.ts';
import type { ExpectedNote } from '../prove/notes/expected-notes.ts';
import type { emitEpub } from '../emit/epub/emit-epub.ts';
import { frontOf, wrapOf, type CoverIngredients } from './covers.ts';
import { withFront } from '../emit/cover/with-front.ts';
import { emitPdf, type PrintedBook } from '../emit/pdf/emit-pdf.ts';
import { textAreaOf } from '../emit/pdf/page/geometry.ts';
import { forProducts } from '../html/for-products.ts';
import type { EpubFindings } from './judge-epub.ts';

/** The editions a build can make. */
export const editions = ['epub', 'pdf', 'press'] as const;
export type Edition = (typeof editions)[number];

/** What the editions are made of. */
export interface Ingredients extends CoverIngredients {
  /** Cut down to the book. */
  readonly fonts: ReadonlyArray<Font>;
  readonly theme: Theme;
  /** The author's theme.css. */
  readonly stylesheet: string;
  /** What every edition must have of the notes. */
  readonly notes: ReadonlyArray<ExpectedNote>;
  /** Characters that no font has. */
  readonly missing: ReadonlySet<string>;
}

/** The finished editions and what their checks found. */
export interface Made extends EpubFindings {
  readonly printed?: PrintedBook;
  readonly epub?: Uint8Array;
  /** The whole cover, for the press. */
  readonly wrap?: Uint8Array;
  /** The front of the cover, a JPEG picture. */
  readonly front?: Uint8Array;
  readonly notes: NoteConservation;
}

/**
 * The editions, made at the same time and read back: while Chrome lays the book out the EPUB is
 * packed, and while it paints the EPUB is checked. Code that is not needed before is loaded then.
 *
 * @param book the book as HTML, complete
 * @param wants the editions wanted
 * @param name the file name of the EPUB, for messages
 */
export async function makeEditions(
  book: Book<Hast>,
  wants: ReadonlySet<Edition>,
  name: string,
  ingredients: Ingredients,
): Promise<Made> {
  const { assets, fonts, theme, stylesheet, notes, missing, profiles, starting } = ingredients;
  const layout = signal();
  const paint = signal();
  const paged = pagedProducts(wants);
  const printing = (paged.length > 0 ? starting : undefined)?.then((browser) =>
    emitPdf(
      forProducts(book, ...paged),
      assets,
      { fonts, stylesheets: [theme.stylesheets.print, stylesheet], type: theme.type },
      browser,
      { onLayout: layout.give, onPaint: paint.give },
      { screen: wants.has('pdf'), ...(wants.has('press') && { press: profiles }) },
    ),
  );
  const until = (given: Promise<void>) =>
    printing === undefined ? undefined : Promise.race([given, printing]);
  const front = frontOf(book, wants, ingredients);
  const packing = wants.has('epub')
    ? packEpub(until(layout.given), front, forProducts(book, 'epub'), assets, {
        fonts,
        stylesheet: `${theme.stylesheets.epub}\n${stylesheet}`,
      })
    : undefined;
  // What reads the PDF back takes time to load.
  void until(paint.given)?.then(loadPdfChecks, () => undefined);
  const wrap = printing?.then(async (print) => wrapOf(book, print, ingredients));
  const [printed, epub, judged, epubNotes, pdfNotes, pressNotes, madeFront, madeWrap] = await Promise.all([
    printing,
    packing,
    packing?.then(async (bytes) => judgeLater(until(paint.given), bytes, name)),
    packing?.then(async (bytes) => notesOfEpub(until(paint.given), bytes, notes)),
    printing?.then(async ({ screen }) => notesOfPdf(screen, notes, missing)),
    printing?.then(async (print) => notesOfPress(print, notes, missing)),
    front,
    wrap,
  ]);
  return {
    ...(printed !== undefined && { printed }),
    ...(epub !== undefined && { epub }),
    ...(madeFront !== undefined && { front: madeFront }),
    ...(madeWrap !== undefined && { wrap: madeWrap }),
    ...(judged ?? { epubcheck: [], official: [] }),
    notes: {
      manuscript: {
        notes: notes.length,
        citations: notes.reduce((sum, { citations }) => sum + citations.length, 0),
      },
      ...(epubNotes !== undefined && { epub: epubNotes }),
      ...(pdfNotes !== undefined && { pdf: pdfNotes }),
      ...(pressNotes !== undefined && { press: pressNotes }),
    },
  };
}

/** The products made of one print. */
function pagedProducts(wants: ReadonlySet<Edition>): Product[] {
  return [...(wants.has('press') ? ['print' as const] : []), ...(wants.has('pdf') ? ['pdf' as const] : [])];
}

async function packEpub(
  wait: Promise<unknown> | undefined,
  front: Promise<Uint8Array> | undefined,
  book: Book<Hast>,
  assets: Assets,
  looks: Parameters<typeof emitEpub>[2],
): Promise<Uint8Array> {
  await wait;
  const epub = await import('../emit/epub/emit-epub.ts');
  const bytes = book.metadata.cover?.image === undefined ? await front : undefined;
  if (bytes === undefined) return epub.emitEpub(book, assets, looks);
  const covered = withFront(book, assets, bytes);
  return epub.emitEpub(covered.book, covered.assets, looks);
}

/** Judges the EPUB once there is time for it. */
async function judgeLater(
  wait: Promise<unknown> | undefined,
  epub: Uint8Array,
  name: string,
): Promise<EpubFindings> {
  await wait;
  const { judgeEpub } = await import('./judge-epub.ts');
  return judgeEpub(epub, name);
}

async function notesOfEpub(
  wait: Promise<unknown> | undefined,
  epub: Uint8Array,
  notes: ReadonlyArray<ExpectedNote>,
): Promise<NoteCount> {
  await wait;
  const { checkNotesInEpub } = await import('../prove/notes/epub-notes.ts');
  return checkNotesInEpub(epub, notes);
}

async function loadPdfChecks(): Promise<void> {
  await Promise.all([import('../prove/notes/pdf-notes.ts'), import('../prove/facts/pdf-facts.ts')]);
}

async function notesOfPdf(
  pdf: Uint8Array | undefined,
  notes: ReadonlyArray<ExpectedNote>,
  missing: ReadonlySet<string>,
): Promise<NoteCount | undefined> {
  if (pdf === undefined) return undefined;
  const { checkNotesInPdf } = await import('../prove/notes/pdf-notes.ts');
  return checkNotesInPdf(pdf, notes, { missing });
}

async function notesOfPress(
  { press, geometry, pageMap: { anchors } }: PrintedBook,
  notes: ReadonlyArray<ExpectedNote>,
  missing: ReadonlySet<string>,
): Promise<Pick<NoteCount, 'notes'> | undefined> {
  if (press === undefined) return undefined;
  const { checkNotesInPress } = await import('../prove/notes/press-notes.ts');
  return checkNotesInPress(press, notes, { anchors, textArea: textAreaOf(geometry), missing });
}

/** A promise and the function that keeps it. */
function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}
