import type { Assets, Book, Hast } from '../../src/book/book.ts';
import type { PressProfiles } from '../../src/book/profile.ts';
import type { RunningBrowser } from '../../src/emit/pdf/browser/browser.ts';
import { decoderIn } from '../../src/emit/pdf/press/decode-in-browser.ts';
import { finishForPress } from '../../src/emit/pdf/press/finish-press.ts';
import { printBook, type PrintedBook } from '../../src/emit/pdf/print-book.ts';
import type { Looks } from '../../src/emit/pdf/printable.ts';
import { finishForScreen } from '../../src/emit/pdf/screen/finish-screen.ts';
import { held } from '../builders/held.ts';

/** A printed book and what was finished of it. */
export interface FinishedBook extends PrintedBook {
  readonly screen?: Uint8Array;
  readonly press?: Uint8Array;
}

/**
 * Prints a book and finishes it for screens.
 *
 * @param profiles with what it is finished for the press as well
 */
export async function finishBook(
  book: Book<Hast>,
  assets: Assets,
  looks: Looks,
  running: RunningBrowser,
  profiles?: PressProfiles,
): Promise<FinishedBook> {
  const printed = await printBook(book, assets, looks, running);
  const { pdf, about, pagination, geometry } = printed;
  if (pdf === undefined) return printed;
  const screen = held(await finishForScreen(pdf, about, pagination, geometry));
  if (profiles === undefined) return { ...printed, screen };
  const { decode, close } = decoderIn(running.browser);
  const face = looks.fonts.find(({ use, style }) => use === 'text' && style === 'normal')?.bytes;
  const press = held(await finishForPress(pdf, about, pagination, geometry, { profiles, decode, face }));
  await close();
  return { ...printed, screen, press };
}
