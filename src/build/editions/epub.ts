import { withFront } from '../../emit/cover/with-front.ts';
import { faceScriptOf, usesCharacter } from '../../language/scripts.ts';
import { forProducts } from '../../html/for-products.ts';
import type { Assets } from '../../book/book.ts';
import type { Font } from '../../book/theme.ts';
import type { Bytes } from '../../book/bytes.ts';
import type { PrintedPages } from '../../book/page-map.ts';
import type { Message } from '../../book/messages/messages.ts';
import { mostTextBytes } from '../../book/store.ts';
import { kept, plainData } from '../../book/shelf.ts';
import type { ComposedBook } from '../composed-book.ts';
import type { ProvedDraft } from '../work/prove-epub.ts';
import { writtenIn } from '../written-in.ts';
import type { EditionKind, MadeEdition, Making, Proof } from './edition.ts';

/** The e-book, packed while Chrome lays the book out. */
export const epub = {
  name: 'epub',
  title: 'EPUB',
  kind: 'epub',
  product: 'epub',
  isPaged: false,
  handed: ['parse files', 'divide the words', 'judge the EPUB', 'prove the EPUB'],
  suffix: '.epub',
  load: () => import('../../emit/epub/emit-epub.ts'),
  make,
} as const satisfies EditionKind;

async function make(making: Making): Promise<MadeEdition> {
  const assets = await assetsForReaders(making);
  const proving = provedDraft(making, assets);
  // The print may fail first.
  proving.catch(() => undefined);
  const pages = await making.pages;
  const bytes = await making.schedule.run('pack the EPUB', () => pack(making, assets, pages));
  const draft = await proving;
  return { bytes, proof: prove(bytes, `${making.composed.book.metadata.slug}.epub`, pages, draft, making) };
}

/**
 * The texts of the EPUB, proved while Chrome lays the book out for the marks of its pages; nothing where the pages are
 * known by then, or there is one thread for all.
 */
async function provedDraft(making: Making, assets: Assets): Promise<ProvedDraft | undefined> {
  const { schedule, print, pages, front, expected } = making;
  if (print === undefined || schedule.isAlone) return undefined;
  let isLate = false;
  const end = (): void => {
    isLate = true;
  };
  pages.then(end, end);
  await Promise.all([front, expected]);
  return schedule.run('prove the texts of the EPUB', async () => {
    if (isLate) return undefined;
    const [draft, { excerptOf }, { conservationIn }] = await Promise.all([
      pack(making, assets, undefined, { textsAlone: true }),
      import('../../preflight/epub/excerpt.ts'),
      import('../work/prove-epub.ts'),
    ]);
    const texts = await excerptOf(draft);
    return { epub: texts, found: await conservationIn(texts, await expected) };
  });
}

/** The assets with pictures that e-readers show right; where one cannot be made so, a message tells. */
async function assetsForReaders({ composed, makePicture, scratch }: Making): Promise<Assets> {
  const { book, assets, references } = composed;
  const { fitPictures } = await import('./fit-pictures.ts');
  const { assets: fit, unfit } = await fitPictures(assets, book.metadata, makePicture, scratch);
  if (unfit.length > 0) {
    const { reportUnfit } = await import('./report-unfit.ts');
    reportUnfit(unfit, references);
  }
  return fit;
}

async function pack(
  { composed, source, front, scratch }: Making,
  assets: Assets,
  pages: PrintedPages | undefined,
  wanted: { readonly textsAlone?: boolean } = {},
): Promise<Bytes> {
  const { emitEpub } = await import('../../emit/epub/emit-epub.ts');
  const book = forProducts(composed.book, 'epub');
  const looks = {
    fonts: fontsOf(composed),
    stylesheet: `${source.theme.stylesheets.epub}${composed.scriptStyles.epub}\n${source.stylesheet}`,
  };
  const picture = book.metadata.cover?.image === undefined ? await front : undefined;
  const most = mostTextBytes(source.manuscript.selling?.stores ?? []);
  const demands = { ...wanted, ...(most !== undefined && { mostTextBytes: most }) };
  const covered = picture === undefined ? { book, assets } : withFront(book, assets, picture);
  return emitEpub(covered.book, covered.assets, looks, pages, scratch, demands);
}

/**
 * The faces that are embedded: none where the book leaves the choice to the reader. Where no face at hand has the
 * script of the book, those of reading systems set its text, and no face for signs amid it disturbs them.
 */
function fontsOf({ book, fonts, missing }: ComposedBook): ReadonlyArray<Font> {
  const { epub: settings, language } = book.metadata;
  if (!settings.fonts) return [];
  const script = faceScriptOf(language);
  if (script === undefined || ![...missing].some((each) => usesCharacter(script, each))) return fonts;
  return fonts.filter(({ use }) => use === 'code' || use === 'math' || use === 'script');
}

async function prove(
  container: Bytes,
  path: string,
  printed: PrintedPages | undefined,
  draft: ProvedDraft | undefined,
  making: Making,
): Promise<Proof> {
  const { schedule, expected } = making;
  const { excerptOf } = await import('../../preflight/epub/excerpt.ts');
  const excerpt = await excerptOf(container);
  const [judged, stores, { pages, ...proved }] = await Promise.all([
    judge(container, excerpt, path, making),
    judgeForStores(container, excerpt, path, making),
    expected.then((all) =>
      schedule.hand(
        'prove the EPUB',
        excerpt,
        all,
        path,
        printed && { pages: printed.pages, starts: printed.starts },
        draft,
      ),
    ),
  ]);
  const checks = { epubcheck: judged.told, ...(stores !== undefined && { stores }) };
  return {
    ...proved,
    checks,
    further: [...judged.further, ...(pages?.messages ?? [])],
    ...(pages && { marks: pages.words }),
  };
}

/** What the stores find that the book names, at the places in the manuscript that it comes from. */
async function judgeForStores(
  container: Bytes,
  excerpt: Uint8Array,
  path: string,
  { composed, source }: Making,
): Promise<Message[] | undefined> {
  const { selling } = source.manuscript;
  if (selling === undefined || selling.stores.length === 0) return undefined;
  const [{ judgeStores }, { placedForStores }] = await Promise.all([
    import('../../preflight/epub/stores/judge-stores.ts'),
    import('../../prove/places/store-places.ts'),
  ]);
  const found = await judgeStores(container, path, selling.stores);
  return placedForStores(excerpt, path, found, writtenIn(composed), selling);
}

/** What checkers find, at the places in the manuscript that it comes from. */
async function judge(
  container: Bytes,
  excerpt: Uint8Array,
  path: string,
  { schedule, shelf, composed, browser, source: { stylesheet } }: Making,
): Promise<{ told: Message[]; further: Message[] }> {
  const [epubcheck, official, accessible] = await Promise.all([
    kept(shelf('judgements').slot([excerpt, path]), plainData<Message[]>(), () =>
      schedule.hand('judge the EPUB', excerpt, path),
    ),
    schedule.run('wait for EPUBCheck', async () => {
      const { judgeOfficially } = await import('../../preflight/epub/official-findings.ts');
      return judgeOfficially(container, path, shelf('reports'));
    }),
    schedule.run('wait for Ace', async () => {
      const { judgeByAce } = await import('../../preflight/epub/judge-by-ace.ts');
      return judgeByAce(container, path, async () => (await browser()).choice, shelf('reports'));
    }),
  ]);
  if (epubcheck.length + official.length + accessible.length === 0) return { told: [], further: [] };
  const [{ placedInManuscript }, { isSamePlace }] = await Promise.all([
    import('../../prove/places/epub-places.ts'),
    import('../../preflight/epub/judge-epub.ts'),
  ]);
  const written = writtenIn(composed);
  const told = await placedInManuscript(excerpt, path, epubcheck, written, stylesheet);
  const all = await placedInManuscript(excerpt, path, [...official, ...accessible], written, stylesheet);
  // Both checks find most faults, each in words of its own.
  return { told, further: all.filter((each) => !told.some((other) => isSamePlace(each, other))) };
}
