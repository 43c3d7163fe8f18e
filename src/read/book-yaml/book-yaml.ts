import type { VFile } from 'vfile';
import { z } from 'zod';
import { limits } from '../../book/limits.ts';
import { nearest } from '../../book/nearest.ts';
import { report } from '../../book/messages/messages.ts';
import type { Metadata } from '../../book/metadata.ts';
import type { Printer } from '../../book/printer.ts';
import { bookSchema, type BookConfig } from './book-schema.ts';
import type { CitationsConfig } from './citations-schema.ts';
import { metadataOf } from './metadata.ts';
import { proposedConfig } from './proposed-config.ts';
import { reportMarks } from './plain-text-marks.ts';
import { printerNames, readPrinter, usualPrinter } from '../printers/printer.ts';
import { storeNames } from '../stores/store.ts';
import { isPrinterFile, readOwnPrinter, type OwnPrinter } from '../printers/own-printer.ts';
import { readShared, withShared } from './shared-yaml.ts';
import { shortRevision, sourceRevision } from '../git/revision.ts';
import { remedyFor } from './remedies.ts';
import { reportIssues } from '../yaml/schema-issues.ts';
import { useOwnLocales } from '../../language/own-locales.ts';
import { readLocales, type ReadLocales } from '../locales/read-locales.ts';
import { reportLocales } from '../yaml/report-locales.ts';
import { readText, type TextFile } from '../files/text-file.ts';
import type { SourceBook } from '../sources/source-book.ts';
import { withoutFaults } from '../yaml/without-faults.ts';
import { parseYaml, type YamlDocument } from '../yaml/yaml-document.ts';

const largest = limits['book-yaml-size'].most;

/** book.yaml, read and checked. */
export interface BookYaml {
  readonly file: VFile;
  /** All files that it was read from, with what was found in them. */
  readonly files: ReadonlyArray<VFile>;
  /** The path of the file that says what it shares with other books. */
  readonly shared?: string;
  /** Placeholders stand for what is missing or wrong; an error in `file` says so. */
  readonly metadata: Metadata;
  /** Whether it could be read, and says nothing but what it may. */
  readonly isValid: boolean;
  /** The reading order, where the author states one. */
  readonly contents?: BookConfig['contents'];
  /** The file of shared notes, where the author names one. */
  readonly notesFile?: string;
  /** The bibliography and how its works are cited, where the book has one. */
  readonly citations?: CitationsConfig;
  /** The printer, where the author tells of one that does not come with Colophon. */
  readonly ownPrinter?: Printer;
  /** Whether images on the network are fetched. */
  readonly hasRemote?: boolean;
  /** Where a value or key of the file stands; every place is its beginning where it could not be parsed. */
  readonly places: Pick<YamlDocument, 'valueAt' | 'keyAt'>;
}

/**
 * The metadata of a book, from its book.yaml.
 *
 * @param root the real path of the manuscript folder
 * @param themes the names `print.theme` accepts
 * @param options `revision`: the revision of the source, by default the one Git has checked out; `source`: the
 * book as another program's files have it, whose word counts where book.yaml is silent
 */
export async function readBookYaml(
  root: string,
  themes: ReadonlyArray<string>,
  {
    revision,
    source,
  }: { readonly revision?: string | undefined; readonly source?: SourceBook | undefined } = {},
): Promise<BookYaml> {
  const own = await readText(root, 'book.yaml', largest, 'Keep book.yaml below 64 KB.');
  if (own.fault === 'missing' && (source === undefined || source.isGuessed === true)) {
    const { reason, hint } = await proposedConfig(root, source);
    const severity = source === undefined ? {} : { severity: 'warning' as const };
    report(own.file, 'config-missing', reason, undefined, { hint, ...severity });
  }
  // What the files of another program say is told of there.
  const alone =
    own.fault === 'missing' && source !== undefined && source.isGuessed !== true ? source.file : own.file;
  const written = documentOf(own, source);
  const shared = await readShared(root);
  const files = [alone, ...(shared === undefined ? [] : [shared.file])];
  if (written === undefined || (shared !== undefined && shared.document === undefined)) {
    const file = alone;
    const start = { line: 1, column: 1 };
    const places = { valueAt: () => start, keyAt: () => start };
    const printer = await readPrinter(usualPrinter);
    const metadata = metadataOf({ title: 'Untitled' }, { language: 'en', printer });
    return { file, files, metadata, isValid: false, places };
  }
  const { file, document } =
    shared === undefined ? { file: alone, document: written } : withShared(alone, written, shared);
  const press = await ownPrinterIn(root, document);
  const tongues = await ownLocalesIn(root, document);
  const { config, printer, isValid } = await checkConfig(file, document, themes, press);
  // Who calls it otherwise is told what it is called here.
  if (!hasLanguage(document.value))
    report(file, 'config-language', 'No language is given, so English is assumed');
  reportSharedIsbns(file, document, config);
  reportLocales(file, document);
  reportMarks(file, document, {
    part: 'Give the part a Markdown file with `role: part`, whose heading may hold a mark.',
  });
  return {
    file,
    files: [...new Set([file, ...files, ...(press ? [press.file] : []), ...tongues.files])],
    ...(press && { ownPrinter: press.printer ?? printer }),
    ...(shared !== undefined && { shared: shared.file.path }),
    metadata: metadataOf(config, {
      language: config.language ?? 'en',
      printer,
      revision: await revisionOf(config, root, revision),
    }),
    isValid: isValid && (press === undefined || press.printer !== undefined) && tongues.isValid,
    ...(config.contents === undefined ? {} : { contents: config.contents }),
    ...(config.notes?.file === undefined ? {} : { notesFile: config.notes.file }),
    ...(config.citations === undefined ? {} : { citations: config.citations }),
    ...(config.assets?.remote === true && { hasRemote: true }),
    places: document,
  };
}

/** What book.yaml says, and where it is silent what the files of another program do. */
function documentOf({ file, fault }: TextFile, source: SourceBook | undefined): YamlDocument | undefined {
  const written = fault === undefined ? parseYaml(file, String(file.value)) : undefined;
  if (source === undefined || (written === undefined && fault !== 'missing')) return written;
  const start = { line: 1, column: 1 };
  const { value, ...places } = written ?? { value: '', valueAt: () => start, keyAt: () => start };
  if (value !== '' && (typeof value !== 'object' || value === null)) return written;
  return { ...places, value: { ...source.values, ...(value === '' ? {} : value) } };
}

/**
 * What the document says, and the printer it is said to; keys with a fault are left out, so that
 * the others can be used.
 */
async function checkConfig(
  file: VFile,
  document: YamlDocument,
  themes: ReadonlyArray<string>,
  own: OwnPrinter | undefined,
): Promise<{ readonly config: BookConfig; readonly printer: Printer; readonly isValid: boolean }> {
  const [names, stores] = await Promise.all([printerNames(), storeNames()]);
  const stated = printerIn(document);
  const printer = own?.printer ?? (await readPrinter(names.find((name) => name === stated) ?? usualPrinter));
  // What is wrong with a file of the author's own is told of there.
  const printers = own === undefined || stated === undefined ? names : [...names, stated];
  const schema = bookSchema({ themes, printers, stores }, printer);
  const first = schema.safeParse(document.value);
  if (first.success) return { config: first.data, printer, isValid: true };
  reportIssues(file, document, first.error.issues, remedyFor);
  const { issues } = first.error;
  const config = schema.parse({
    title: 'Untitled',
    ...withoutFaults(document.value, schema.shape, issues),
  });
  const usable = config.print === undefined ? await readPrinter(usualPrinter) : printer;
  return { config, printer: usable, isValid: false };
}

const printerKey = z.object({ print: z.object({ printer: z.string() }) });

/** What the document says in place of the name of a printer. */
function printerIn({ value }: YamlDocument): string | undefined {
  return printerKey.safeParse(value).data?.print.printer.trim();
}

/** The printer that the document names by a file; undefined where it does not. */
async function ownPrinterIn(root: string, document: YamlDocument): Promise<OwnPrinter | undefined> {
  const stated = printerIn(document);
  return stated !== undefined && isPrinterFile(stated) ? readOwnPrinter(root, stated) : undefined;
}

/** The languages that the document tells of in files, which count from now on. */
async function ownLocalesIn(root: string, document: YamlDocument): Promise<ReadLocales> {
  const read = await readLocales(root, document);
  useOwnLocales(read.locales);
  return read;
}

/** The revision the colophon line is to give, if any: as written, as stated, or as Git knows it. */
async function revisionOf(
  { copyright }: BookConfig,
  root: string,
  stated: string | undefined,
): Promise<string | undefined> {
  const colophon = copyright?.colophon;
  if (colophon === undefined || colophon === false || colophon.revision === undefined) return undefined;
  if (colophon.revision !== true) return colophon.revision;
  return shortRevision(stated ?? '') ?? sourceRevision(root);
}

function reportSharedIsbns(file: VFile, document: YamlDocument, config: BookConfig): void {
  const owners = new Map<string, string>();
  const editions = { epub: 'EPUB', print: 'print', pdf: 'PDF' } as const;
  for (const edition of ['print', 'epub', 'pdf'] as const) {
    const isbn = config.identifiers?.[edition];
    if (isbn === undefined) continue;
    const owner = owners.get(isbn);
    owners.set(isbn, owner ?? editions[edition]);
    if (owner === undefined) continue;
    const place = document.valueAt(['identifiers', edition]);
    report(
      file,
      'isbn-edition',
      `The ${editions[edition]} edition has the ISBN of the ${owner} edition`,
      place,
      { hint: `Give it an ISBN of its own, or remove "${edition}": an edition can do without.` },
    );
  }
}

/** Whether there is a key for the language, however it is spelled: the wrong ones are told of. */
function hasLanguage(value: unknown): boolean {
  // Where there is no mapping, that is what is told.
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return true;
  const entries = Object.entries(value);
  const [[, within] = []] = entries;
  // All of it stands below one key: that is told of, too.
  if (entries.length === 1 && typeof within === 'object') return true;
  return entries.some(([key]) => ['lang', 'locale'].includes(key) || nearest(key, ['language']).length > 0);
}
