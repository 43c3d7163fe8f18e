import { notAmong } from './not-among.ts';
import type { Manifest } from '../book/manifest.ts';
import type { Message } from '../book/messages/messages.ts';
import { noShelf } from '../book/shelf.ts';
import type { Store } from '../book/store.ts';
import { BuildCache } from '../machine/cache/build-cache.ts';
import { chooseBrowser } from '../emit/pdf/browser/browser.ts';
import type { Program } from '../emit/pdf/browser/launch.ts';
import { judgeByAce } from '../preflight/epub/judge-by-ace.ts';
import { isSamePlace, judgeEpub } from '../preflight/epub/judge-epub.ts';
import { judgeStores } from '../preflight/epub/stores/judge-stores.ts';
import { anyStore, readStores, storeNames } from '../read/stores/store.ts';

/**
 * The stores of some names.
 *
 * @throws UsageError where there is none of a name
 */
export async function storesOf(names: ReadonlyArray<string>): Promise<Store[]> {
  const known = await storeNames();
  for (const name of names) {
    if (!known.includes(name)) throw notAmong('--store', name, known);
  }
  return readStores([...new Set(names)]);
}

/**
 * The stores by whose demands the EPUB of a release is judged: those named, or else those of its book, to which its
 * build has been held; where nothing tells of a book, any.
 *
 * @param named on the command line
 * @param manifest of the release
 */
export async function askedOf(named: ReadonlyArray<Store>, manifest: Manifest | undefined): Promise<Store[]> {
  if (named.length > 0) return [...named];
  if (manifest === undefined) return readStores([anyStore]);
  const known = await storeNames();
  return readStores((manifest.metadata.epub?.store ?? []).filter((name) => known.includes(name)));
}

/** What is wrong with an EPUB that may come from anywhere: as EPUB, and for stores, any by default. */
export async function judgeAnyEpub(
  epub: Uint8Array,
  name: string,
  named: ReadonlyArray<Store>,
  isKept: boolean,
): Promise<Message[]> {
  return judgeWhole(epub, name, await askedOf(named, undefined), isKept);
}

/**
 * What is wrong with an EPUB, as EPUB and for stores.
 *
 * @param isKept whether the report that the build of the book has kept is used, if it was of the same bytes
 */
export async function judgeWhole(
  epub: Uint8Array,
  name: string,
  stores: ReadonlyArray<Store>,
  isKept: boolean,
): Promise<Message[]> {
  const cache = isKept ? await BuildCache.of(name.replace(/\.epub$/i, '')) : undefined;
  const reports = cache?.shelf('reports') ?? noShelf;
  const { epubcheck, official } = await judgeEpub(epub, name, reports);
  const browser = (): Promise<Program> => chooseBrowser(process.env['PUPPETEER_EXECUTABLE_PATH']);
  const accessible = await judgeByAce(epub, name, browser, reports);
  await cache?.save();
  // Both find most faults, each in words of its own.
  const further = official.filter((each) => !epubcheck.some((other) => isSamePlace(each, other)));
  // What unpacks to more than any book is left closed.
  const isOpened = !epubcheck.some(({ rule }) => rule === 'file-too-large');
  const found = isOpened && stores.length > 0 ? await judgeStores(epub, name, stores) : [];
  return [...epubcheck, ...further, ...accessible, ...found];
}
