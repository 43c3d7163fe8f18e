import { join } from 'node:path';
import type { Artifact } from './book/artifact.ts';
import { sections, type Assets } from './book/book.ts';
import { messagesOf, type Message } from './book/messages.ts';
import type { Metadata } from './book/metadata.ts';
import type { PageMap } from './book/page-map.ts';
import type { emitEpub } from './emit/epub/emit-epub.ts';
import { checkGlyphs } from './check/glyphs.ts';
import { cacheFolder } from './emit/pdf/cache-folder.ts';
import { embeddedFonts } from './emit/fonts.ts';
import { startBrowser } from './emit/pdf/browser.ts';
import { emitPdf } from './emit/pdf/emit-pdf.ts';
import { bookToHast } from './html/book-to-hast.ts';
import { parseManuscript } from './markdown/parse-manuscript.ts';
import { attachMatter } from './matter/attach-matter.ts';
import { readAssets } from './read/assets.ts';
import { readFonts } from './read/fonts.ts';
import { readManuscript } from './read/manuscript.ts';
import { readTheme } from './read/theme.ts';
import { artifact, releaseOf } from './release/artifacts.ts';
import { writeRelease } from './release/write.ts';
import { Stopwatch } from './stopwatch.ts';
import { version } from './version.ts';

/** The editions a build can make. */
export const editions = ['epub', 'pdf'] as const;
export type Edition = (typeof editions)[number];

export function isEdition(name: string): name is Edition {
  return editions.some((edition) => edition === name);
}

export interface BuildOptions {
  /** All by default. */
  readonly only?: ReadonlyArray<Edition>;
  /** Whether warnings fail the build. */
  readonly strict?: boolean;
  /** Path of a Chrome or Chromium; by default `PUPPETEER_EXECUTABLE_PATH`, then the pinned one. */
  readonly browser?: string;
  /** The instant of last change in seconds since 1970; by default `SOURCE_DATE_EPOCH`, then the book's date. */
  readonly epoch?: number;
  /** Called at the beginning of each step with its name. */
  readonly onStep?: (name: string) => void;
}

export interface BuildResult {
  /** Whether the manuscript is free of errors (and of warnings, where these fail the build). */
  readonly ok: boolean;
  readonly messages: ReadonlyArray<Message>;
  /** The finished files; empty where the manuscript has errors. */
  readonly artifacts: ReadonlyArray<Artifact>;
  readonly metadata: Metadata;
  /** Where everything fell in the printed book. */
  readonly pageMap?: PageMap;
  /** Milliseconds by step, and in all under `total`. */
  readonly timings: Readonly<Record<string, number>>;
}

/** Characters that the book gets from us: folios, list numbers, the hyphen, the scene break. */
const generated = '0123456789ivxlcdmIVXLCDM.()*•◦▪‐- ';

/**
 * Builds the book in a manuscript folder, in memory; nothing is written.
 *
 * @param folder path of the folder with book.yaml and the Markdown files
 * @throws UsageError where there is no such folder
 * @throws EnvironmentError where the machine fails: no browser, a crash
 */
export async function build(folder: string, options: BuildOptions = {}): Promise<BuildResult> {
  const wants = new Set(options.only?.length ? options.only : editions);
  const watch = new Stopwatch(options.onStep);
  // The browser takes its time to start, so it does while the manuscript is read.
  const starting = wants.has('pdf')
    ? startBrowser(options.browser ?? process.env['PUPPETEER_EXECUTABLE_PATH'])
    : undefined;
  starting?.catch(() => undefined);
  try {
    watch.step('Reading the manuscript');
    const manuscript = await readManuscript(folder, epochOption(options));
    const theme = await readTheme(manuscript.metadata.print.theme);

    watch.step('Parsing the Markdown');
    const written = parseManuscript(manuscript);

    watch.step('Adding title page, copyright page, contents and notes');
    const complete = attachMatter(written);

    watch.step('Converting to HTML');
    const { book, references } = bookToHast(complete);
    const images = await readAssets(folder, [...manuscript.references, ...references]);
    const ownFonts =
      manuscript.stylesheet === undefined ? noFonts : await readFonts(folder, manuscript.stylesheet);
    const assets: Assets = new Map([...images, ...ownFonts]);

    watch.step('Choosing the fonts');
    const { fonts, missing } = await embeddedFonts(
      book,
      theme.fonts,
      generated,
      [...ownFonts.values()].map(({ bytes }) => bytes),
    );
    checkGlyphs(book, missing);

    const files = [...manuscript.files, ...sections(book).map((section) => section.file)];
    const finished = (rest: Partial<BuildResult>, findings: ReadonlyArray<Message> = []): BuildResult => {
      const messages = [...messagesOf(files), ...findings];
      const ok = !messages.some((message) => message.severity === 'error' || options.strict === true);
      const artifacts = ok ? (rest.artifacts ?? []) : [];
      return { metadata: book.metadata, ...rest, ok, messages, artifacts, timings: watch.stop() };
    };
    if (!finished({}).ok) return finished({});

    watch.step('Making the editions');
    const own = String(manuscript.stylesheet ?? '');
    const name = `${book.metadata.slug}.epub`;
    const layout = signal();
    const paint = signal();
    const printing = starting?.then((browser) =>
      emitPdf(book, assets, { fonts, stylesheets: [theme.stylesheets.print, own] }, browser, {
        onLayout: layout.give,
        onPaint: paint.give,
      }),
    );
    // While Chrome lays the book out the EPUB is packed, and while it paints the EPUB is checked.
    const until = (given: Promise<void>) =>
      printing === undefined ? undefined : Promise.race([given, printing]);
    const packing = wants.has('epub')
      ? packEpub(until(layout.given), book, assets, {
          fonts,
          stylesheet: `${theme.stylesheets.epub}\n${own}`,
        })
      : undefined;
    const [printed, epub, { findings, official } = unchecked] = await Promise.all([
      printing,
      packing,
      packing?.then(async (bytes) => judgeEpub(until(paint.given), bytes, name)),
    ]);

    watch.step('Finishing the release');
    const made = [
      ...(epub === undefined ? [] : [artifact(name, 'epub', epub)]),
      ...(printed?.screen === undefined
        ? []
        : [artifact(`${book.metadata.slug}.pdf`, 'pdf', printed.screen)]),
    ];
    const artifacts = releaseOf(made, {
      metadata: book.metadata,
      ...(printed !== undefined && { pages: printed.pageMap.pages.length }),
      tools: { colophon: version },
      fonts: fonts.map((font) => font.file),
      checks: { manuscript: messagesOf(files), ...(epub !== undefined && { epubcheck: findings }) },
    });
    return finished({ artifacts, ...(printed !== undefined && { pageMap: printed.pageMap }) }, [
      ...findings,
      ...official,
    ]);
  } finally {
    await starting?.then(({ browser }) => browser.close()).catch(() => undefined);
  }
}

const noFonts: Assets = new Map();
const unchecked = { findings: [], official: [] } as const;

/** The EPUB, made once Chrome is at work; its code is loaded only then. */
async function packEpub(
  wait: Promise<unknown> | undefined,
  ...input: Parameters<typeof emitEpub>
): Promise<Uint8Array> {
  await wait;
  const epub = await import('./emit/epub/emit-epub.ts');
  return epub.emitEpub(...input);
}

/** What the built-in check finds, and what the official EPUBCheck finds where it is installed. */
async function judgeEpub(wait: Promise<unknown> | undefined, epub: Uint8Array, name: string) {
  await wait;
  const [{ checkEpub }, { checkWithEpubcheck }, { findEpubcheck }] = await Promise.all([
    import('./check/epub/check-epub.ts'),
    import('./check/epub/check-with-epubcheck.ts'),
    import('./check/epub/official.ts'),
  ]);
  const epubcheck = await findEpubcheck(process.env);
  const [findings, official] = await Promise.all([
    checkEpub(epub, name),
    epubcheck === undefined
      ? []
      : checkWithEpubcheck(epub, name, epubcheck, join(await cacheFolder(), 'epubcheck')),
  ]);
  return { findings, official };
}

/** A promise and the function that keeps it. */
function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

/** Writes what a build made to a folder, all or nothing. */
export async function writeBuild(folder: string, { artifacts }: BuildResult): Promise<void> {
  await writeRelease(folder, artifacts);
}

function epochOption({ epoch }: BuildOptions): { readonly epoch?: number } {
  const stated = process.env['SOURCE_DATE_EPOCH'];
  const seconds = epoch ?? (stated !== undefined && /^\d+$/.test(stated) ? Number(stated) : undefined);
  return seconds === undefined ? {} : { epoch: seconds };
}
