import { startBrowser } from '../emit/pdf/browser/browser.ts';
import { drawChanges } from '../emit/report/draw-changes.ts';
import type { PagesToCompare } from '../emit/report/draw-changes-script.ts';
import { emitChanges, type ChangedPages } from '../emit/report/emit-changes.ts';
import { changesOf, type ReleaseChanges } from '../compare/changes.ts';
import { changesInWords } from '../compare/in-words.ts';
import { pagePairs, type PagePair } from '../compare/page-pairs.ts';
import { version } from '../version.ts';
import { openRelease, type OpenRelease } from './open-release.ts';
import { pageLooks } from './page-looks.ts';

/** How many pairs of pages are shown: a page of a megabyte or two. */
const most = 16;

/** How many pairs are looked at, at a tenth of a second each. */
const mostCompared = 400;

/**
 * What has changed from one release of a book to another, and the same as one HTML page that needs nothing else: in
 * words, and with pictures of the pages that differ, where both have their PDF for screens.
 *
 * @param setting path of a browser, as in `--browser`
 * @throws UsageError where there is no such file, or no release in it that tells of its contents
 * @throws EnvironmentError where one cannot be read, or there is no browser for the pictures
 */
export async function diffPage(
  old: string,
  next: string,
  setting?: string,
): Promise<{ readonly changes: ReleaseChanges; readonly page: Uint8Array }> {
  const [before, after] = await Promise.all([openRelease(old), openRelease(next)]);
  const changes = changesOf(before, after);
  const { title, language } = after.metadata;
  const page = await emitChanges({
    title: typeof title === 'string' ? title : '',
    language: typeof language === 'string' ? language : 'en',
    groups: changesInWords(changes),
    pages: await changedPages(before, after, changes, setting),
    version,
  });
  return { changes, page };
}

async function changedPages(
  before: OpenRelease,
  after: OpenRelease,
  changes: ReleaseChanges,
  setting: string | undefined,
): Promise<ChangedPages | undefined> {
  const [old, next] = await Promise.all([pdfOf(before), pdfOf(after)]);
  if (old === undefined || next === undefined) return undefined;
  const looks = { old: pageLooks(old), new: pageLooks(next) };
  const all = pagePairs(before, after, changes).filter((pair) => differs(pair, looks));
  const pairs = all.slice(0, mostCompared);
  if (pairs.length === 0) return { shown: [], isWhole: true };
  const { browser } = await startBrowser(setting);
  try {
    const wanted = pairs.map((pair) => labelled(pair, before, after));
    const { shown, isWhole } = await drawChanges(browser, { old, new: next }, wanted, most);
    return {
      shown: shown.map(({ index, pictures }) => ({ section: pairs[index]?.section ?? '', pictures })),
      isWhole: isWhole && pairs.length === all.length,
    };
  } finally {
    await browser.close();
  }
}

async function pdfOf({ manifest, read }: OpenRelease): Promise<Uint8Array | undefined> {
  const file = manifest.artifacts.find(({ kind }) => kind === 'pdf');
  return file === undefined ? undefined : read(file.path);
}

interface Looks {
  readonly old: ReadonlyArray<string>;
  readonly new: ReadonlyArray<string>;
}

function differs({ old, new: next }: PagePair, looks: Looks): boolean {
  return old === undefined || next === undefined || looks.old[old] !== looks.new[next];
}

function labelled(pair: PagePair, before: OpenRelease, after: OpenRelease): PagesToCompare {
  const page = (index: number, { manifest }: OpenRelease): PagesToCompare['old'] => ({
    number: index + 1,
    label: manifest.pageMap?.[index]?.label ?? '',
  });
  return {
    ...(pair.old !== undefined && { old: page(pair.old, before) }),
    ...(pair.new !== undefined && { new: page(pair.new, after) }),
  };
}
