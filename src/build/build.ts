import type { Artifact } from '../book/artifact.ts';
import { sections, type Assets, type Book, type Hast, type Section } from '../book/book.ts';
import type { Manuscript } from '../book/manuscript.ts';
import { messagesOf, type Message } from '../book/messages/messages.ts';
import type { Metadata } from '../book/metadata.ts';
import type { PageMap } from '../book/page-map.ts';
import { checkGlyphs } from '../lint/glyphs.ts';
import { checkBound } from '../lint/printer/check-bound.ts';
import { checkPrinter } from '../lint/printer/check-printer.ts';
import { expectedNotes } from '../prove/notes/expected-notes.ts';
import { checkRights } from '../lint/rights/check-rights.ts';
import { needsFront } from './covers.ts';
import { editions, makeEditions, type Edition } from './editions.ts';
import { accessibilityOf } from '../emit/accessibility.ts';
import { embeddedFonts } from '../emit/fonts.ts';
import { generatedText } from '../emit/generated-text.ts';
import { emitOnix } from '../emit/onix/emit-onix.ts';
import { startBrowser, type RunningBrowser } from '../emit/pdf/browser/browser.ts';
import { emitSchemaOrg } from '../emit/schema-org/emit-schema-org.ts';
import { bookToHast } from '../html/book-to-hast.ts';
import { parseManuscript } from '../markdown/parse-manuscript.ts';
import { attachMatter } from '../matter/attach-matter.ts';
import { checkForPrinter } from './press-check.ts';
import { readAssets } from '../read/images/assets.ts';
import { readFonts } from '../read/styles/fonts.ts';
import { readManuscript } from '../read/manuscript.ts';
import { readTheme } from '../read/templates/theme.ts';
import { artifact, releaseOf } from '../release/artifacts.ts';
import { writeRelease } from '../release/write.ts';
import { Stopwatch } from './stopwatch.ts';
import { version } from '../version.ts';

export { type Edition, editions };

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
  /** A step of the caller's own on the complete book; the checks hold what it returns to the manuscript. */
  readonly transformHtml?: (book: Book<Hast>) => Book<Hast>;
  /** Called at the beginning of each step with its name. */
  readonly onStep?: (name: string) => void;
  /** Called with what is worth knowing of the machine, and is no fault of the manuscript. */
  readonly onNote?: (text: string) => void;
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
  const start = async (): Promise<RunningBrowser> => {
    const running = await startBrowser(options.browser ?? process.env['PUPPETEER_EXECUTABLE_PATH']);
    for (const note of running.notes) options.onNote?.(note);
    return running;
  };
  let starting = wants.has('pdf') || wants.has('press') ? start() : undefined;
  starting?.catch(() => undefined);
  try {
    watch.step('Reading the manuscript');
    const manuscript = await readManuscript(folder, { ...epochOption(options), ...revisionOption() });
    const { printing } = manuscript;
    if (printing !== undefined) checkPrinter(manuscript.metadata.print, printing);
    const theme = await readTheme(manuscript.metadata.print.theme);

    watch.step('Parsing the Markdown');
    const written = parseManuscript(manuscript);

    watch.step('Adding title page, copyright page, contents and notes');
    const complete = attachMatter(written, { version });

    watch.step('Converting to HTML');
    const { book: converted, references } = bookToHast(complete);
    const book = options.transformHtml?.(converted) ?? converted;
    checkRights(written, [...manuscript.references, ...references]);
    const images = await readAssets(folder, [...manuscript.references, ...references]);
    const ownFonts =
      manuscript.stylesheet === undefined ? noFonts : await readFonts(folder, manuscript.stylesheet);
    const assets: Assets = new Map([...images, ...ownFonts]);

    watch.step('Choosing the fonts');
    const { labels } = book;
    const styled = generatedText(`${theme.stylesheets.print}\n${String(manuscript.stylesheet ?? '')}`);
    const { fonts, missing } = await embeddedFonts(
      book,
      theme.fonts,
      `${generated}${labels.notes}${labels.notesToPages}${labels.notesToPage}${styled}`,
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
    const { slug } = book.metadata;
    if (starting === undefined && needsFront(book.metadata)) starting = start();
    const { printed, epub, wrap, front, epubcheck, official, notes } = await makeEditions(
      book,
      wants,
      `${slug}.epub`,
      {
        assets,
        fonts,
        theme,
        stylesheet: String(manuscript.stylesheet ?? ''),
        notes: expectedNotes(written, complete),
        missing,
        profiles: manuscript.profiles,
        cover: book.metadata.cover && manuscript.cover,
        printing,
        starting,
      },
    );
    if (printing !== undefined && printed !== undefined) {
      const { pageMap, geometry } = printed;
      checkBound(book.metadata.print, printing, { pages: pageMap.pages.length, ...geometry });
    }

    watch.step('Finishing the release');
    const made = {
      ...(epub !== undefined && { epub: artifact(`${slug}.epub`, 'epub', epub) }),
      ...(printed?.screen !== undefined && { pdf: artifact(`${slug}.pdf`, 'pdf', printed.screen) }),
      ...(printed?.press !== undefined && {
        press: artifact(`${slug}-press.pdf`, 'press', printed.press),
      }),
    };
    const covers = {
      ...(wrap !== undefined && { cover: artifact(`${slug}-cover.pdf`, 'cover', wrap) }),
      ...(front !== undefined && { front: artifact(`${slug}-cover.jpg`, 'cover-image', front) }),
    };
    const preflight =
      printing !== undefined && printed !== undefined
        ? await checkForPrinter({ press: made.press, cover: covers.cover }, printing, {
            print: book.metadata.print,
            pages: printed.pageMap.pages.length,
            knowsMissing: missing.size > 0,
          })
        : [];
    const facts = {
      labels: book.labels,
      files: made,
      ...(printed !== undefined && { pages: printed.pageMap.pages }),
      accessibility: accessibilityOf(book, assets),
    };
    const records = {
      onix: artifact(`${slug}.onix.xml`, 'onix', emitOnix(book.metadata, facts)),
      jsonLd: artifact(`${slug}.jsonld`, 'json-ld', emitSchemaOrg(book.metadata, facts)),
    };
    const found = messagesOf(files);
    const artifacts = releaseOf(
      [...Object.values(made), ...Object.values(covers), ...Object.values(records)],
      {
        metadata: book.metadata,
        ...(printed !== undefined && { pages: printed.pageMap.pages.length }),
        tools: { colophon: version },
        fonts: fonts.map((font) => font.file),
        checks: {
          manuscript: { messages: found.filter(({ rule }) => rule !== 'note-lost') },
          ...(epub !== undefined && { epubcheck: { messages: epubcheck } }),
          ...(printing?.chosen === true && {
            preflight: { messages: preflight, printer: printing.printer.name },
          }),
          notes: { messages: found.filter(({ rule }) => rule === 'note-lost'), ...notes },
        },
      },
    );
    const copyrightPage = sections(book).find(({ role }) => role === 'copyright-page');
    const { checkFacts } = await import('../prove/facts/check-facts.ts');
    const differing = await checkFacts(
      { ...made, ...records, manifest: artifacts.find(({ kind }) => kind === 'manifest') },
      {
        metadata: book.metadata,
        labels: book.labels,
        ...(printed !== undefined && { pages: printed.pageMap.pages.length }),
        ...(copyrightPage && {
          copyrightPage: {
            id: copyrightPage.id,
            page: printed?.pageMap.anchors.get(copyrightPage.id),
            origin: originOf(copyrightPage, manuscript),
          },
        }),
      },
    );
    return finished({ artifacts, ...(printed !== undefined && { pageMap: printed.pageMap }) }, [
      ...epubcheck,
      ...official,
      ...preflight,
      ...differing,
    ]);
  } finally {
    await starting?.then(({ browser }) => browser.close()).catch(() => undefined);
  }
}

const noFonts: Assets = new Map();

/** Writes what a build made to a folder, all or nothing. */
export async function writeBuild(folder: string, { artifacts }: BuildResult): Promise<void> {
  await writeRelease(folder, artifacts);
}

function epochOption({ epoch }: BuildOptions): { readonly epoch?: number } {
  const stated = process.env['SOURCE_DATE_EPOCH'];
  const seconds = epoch ?? (stated !== undefined && /^\d+$/.test(stated) ? Number(stated) : undefined);
  return seconds === undefined ? {} : { epoch: seconds };
}

/** The revision of the source, where continuous integration knows it better than the folder does. */
function revisionOption(): { readonly revision?: string } {
  const revision = process.env['COLOPHON_REVISION'];
  return revision === undefined || revision === '' ? {} : { revision };
}

/** Who made the copyright page: the program, a publisher's template, or the author in a file of its own. */
function originOf(page: Section<Hast>, manuscript: Manuscript): 'generated' | 'template' | 'author' {
  if (manuscript.sources.some((source) => source.kind === 'file' && source.file === page.file))
    return 'author';
  return manuscript.copyrightTemplate.path.startsWith('templates/') ? 'generated' : 'template';
}
