import { realpath, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { VFile } from 'vfile';
import { usualLimits, type Limits } from '../book/limits.ts';
import { UsageError } from '../book/errors.ts';
import type { AssetReference } from '../book/book.ts';
import type { CoverSource } from '../book/cover.ts';
import type { Manuscript } from '../book/manuscript.ts';
import { noRights } from '../book/rights.ts';
import { wordingOf } from '../language/wording.ts';
import { readBookYaml, type BookYaml } from './book-yaml/book-yaml.ts';
import { withInstant } from './book-yaml/instants.ts';
import { lastChange } from './git/last-change.ts';
import type { ReadCitations } from './citations/citations.ts';
import { readOwnFiles } from './chapters/own-files.ts';
import { readCoverSource } from './book-yaml/cover-source.ts';
import { readPageTemplate } from './templates/page-template.ts';
import { readPrinting } from './printers/printing.ts';
import { forPrinter, readProfiles } from './printers/profiles.ts';
import { registerOf } from './chapters/rights.ts';
import { listedPaths, type Entry } from './chapters/reading-order.ts';
import { readSources, type Sources } from './chapters/sources.ts';
import { findSource } from './sources/find-source.ts';
import type { SourceBook, SourceEntry } from './sources/source-book.ts';
import { readSelling } from './stores/selling.ts';
import { readStylesheet } from './styles/stylesheet.ts';
import { themeNames } from './templates/theme.ts';

/** How a manuscript is read. */
interface ReadingOptions {
  readonly epoch?: number;
  readonly revision?: string;
  readonly limits?: Limits;
  readonly themes?: ReadonlyArray<string>;
  readonly offline?: boolean;
}

/**
 * A manuscript folder, read and checked: book.yaml, the Markdown files in reading order with
 * their front matter, theme.css and the wording in the language of the book. Every fault of
 * the manuscript is a message in one of `files`, and reading goes on past it; errors of book.yaml
 * are told alone.
 *
 * @param folder the path of the folder
 * @param options `epoch`: the instant of last change in seconds since 1970, or else that of Git or the newest date in book.yaml;
 * `revision`: that of the source, or else Git's; `limits`: how large files may be; `themes`: names besides those that come along; `offline`: nothing is fetched
 * @throws {UsageError} where there is no such folder
 */
export async function readManuscript(folder: string, options: ReadingOptions = {}): Promise<Manuscript> {
  const { root, text } = await placeOf(folder);
  const asked = options.epoch === undefined ? lastChange(root) : undefined;
  const source = await findSource(root, text);
  const themes = [...(await themeNames()), ...(options.themes ?? [])];
  const book = await readBookYaml(root, themes, { revision: options.revision, source });
  if (!book.isValid) return unread(book);
  const {
    chapters,
    stylesheet,
    copyrightTemplate,
    rightsYaml,
    indexYaml,
    cover,
    printing,
    selling,
    profiles,
  } = await readParts(root, book, source, options.limits ?? usualLimits);
  const { sources, declarations, sharedNotes } = chapters;
  if (book.hasRemote === true) await readRemote(root, chapters, options.offline);
  const cited = await readCitations(root, book, chapters, source !== undefined);
  const instant = options.epoch ?? (await asked);
  const declared = [...(rightsYaml?.declarations ?? []), ...declarations];
  return {
    metadata: withInstant(book.metadata, instant),
    ...(instant === undefined && { dated: { file: book.file, place: book.places.keyAt(['modified']) } }),
    labels: wordingOf(book.metadata.language),
    sources,
    ...(source !== undefined && { readAs: readAs(source) }),
    ...(book.shared !== undefined && { shared: book.shared }),
    ...(sharedNotes && {
      sharedNotes: sharedNotes.file,
      sharedNotesFrontMatter: sharedNotes.frontMatter,
    }),
    rights: await registerOf(root, declared, book.metadata.rights),
    ...(indexYaml && { concordance: indexYaml.entries }),
    ...(cited && { citations: cited.citations }),
    copyrightTemplate,
    ...(stylesheet && { stylesheet: stylesheet.file }),
    cover,
    ...(book.metadata.accessibility?.conformance !== undefined && {
      conformance: { file: book.file, place: book.places.valueAt(['accessibility', 'conformance']) },
    }),
    printing,
    ...(selling && { selling }),
    profiles,
    references: [...coverReferences(book, cover), ...(stylesheet?.images ?? [])],
    files: [
      ...book.files,
      copyrightTemplate,
      ...(rightsYaml ? [rightsYaml.file] : []),
      ...(indexYaml ? [indexYaml.file] : []),
      ...chapters.files,
      ...(cited ? cited.files : []),
      ...(stylesheet ? [stylesheet.file] : []),
    ],
  };
}

/**
 * The manuscript of a book.yaml with errors, which are told alone: nothing else is read, since most of
 * what could be said of it would be their echo.
 */
function unread({ files, metadata }: BookYaml): Manuscript {
  return {
    metadata,
    labels: wordingOf(metadata.language),
    sources: [],
    rights: noRights,
    copyrightTemplate: new VFile(''),
    references: [],
    files,
  };
}

/** What lies in the folder beside book.yaml, read at the same time. */
async function readParts(root: string, book: BookYaml, source: SourceBook | undefined, limits: Limits) {
  const reading = {
    chapters: source === undefined ? readSources(root, book, limits) : readSource(root, book, source, limits),
    stylesheet: readStylesheet(root),
    copyrightTemplate: readPageTemplate(root, 'copyright-page.md'),
    own: readOwnFiles(root, source !== undefined),
    cover: readCoverSource(root, book),
    printing: readPrinting(book),
    selling: readSelling(book),
    profiles: readProfiles(root, book),
  };
  // What fails first is told; the others must not go unheard.
  await Promise.all(Object.values(reading));
  return {
    chapters: await reading.chapters,
    stylesheet: await reading.stylesheet,
    copyrightTemplate: await reading.copyrightTemplate,
    ...(await reading.own),
    cover: await reading.cover,
    printing: await reading.printing,
    selling: await reading.selling,
    profiles: forPrinter(await reading.profiles, await reading.printing),
  };
}

/** The citations of a book that names a bibliography. */
async function readCitations(
  root: string,
  { citations: config, file, places, metadata }: BookYaml,
  { sources, sharedNotes }: Sources,
  isForeign: boolean,
): Promise<ReadCitations | undefined> {
  if (config === undefined) return undefined;
  const texts = [...sources.map((each) => each.file), ...(sharedNotes ? [sharedNotes.file] : [])].map(String);
  const { readCitations: read } = await import('./citations/citations.ts');
  const { language, notes } = metadata;
  const countsByChapter = notes.numbering !== 'book';
  return read({ root, config, file, places, language, texts, countsByChapter, isForeign });
}

/** Fetches the images on the network, where the book asks for that. */
async function readRemote(root: string, { sources, sharedNotes }: Sources, offline = false): Promise<void> {
  const { readRemoteImages } = await import('./images/remote/remote-images.ts');
  const texts = sources.flatMap((source) => (source.kind === 'file' ? [source.file] : []));
  await readRemoteImages(root, [...texts, ...(sharedNotes ? [sharedNotes.file] : [])], { offline });
}

/** The image on the front, at its place in book.yaml. */
function coverReferences({ file, metadata }: BookYaml, { places }: CoverSource): AssetReference[] {
  const path = metadata.cover?.image;
  const { image: place } = places;
  return path === undefined ? [] : [{ path, file, position: { start: place, end: place } }];
}

/**
 * The texts of another program's book. The order that book.yaml states counts, unless one text alone is to be
 * built.
 */
async function readSource(
  root: string,
  book: BookYaml,
  source: SourceBook,
  limits: Limits,
): Promise<Sources> {
  const { readChapters } = await import('./sources/read-chapters.ts');
  const { file, places, contents, metadata } = book;
  const entries =
    contents === undefined || source.isOneText === true
      ? source.entries
      : asListed(await listedPaths(root, file, contents, places, []), source);
  const about = { language: metadata.language, file, ...(book.hasRemote === true && { hasRemote: true }) };
  return { declarations: [], ...(await readChapters(root, source, entries, about, limits)) };
}

/** What book.yaml lists, in its order, each text as the files of the program have it. */
function asListed(listed: ReadonlyArray<Entry>, { entries }: SourceBook): SourceEntry[] {
  return listed.flatMap((entry): SourceEntry[] => {
    if (entry.path === undefined) {
      const part = entries.find((each) => each.path === undefined && each.part === entry.part);
      return [{ ...entry, ...(part?.numbered !== undefined && { numbered: part.numbered }) }];
    }
    const known = entries.filter(({ path }) => path === entry.path);
    const { within } = entry;
    return known.length === 0 ? [entry] : known.map((each) => placed(each, within));
  });
}

function placed({ within: _within, ...entry }: SourceEntry, within: number | undefined): SourceEntry {
  return within === undefined ? entry : { ...entry, within };
}

/** For readers: by what habits the manuscript was read, and from which files. */
function readAs({ program, readFrom, others = [], works = [] }: SourceBook): string {
  const from = readFrom.length === 0 ? '' : `: ${readFrom.join(', ')}`;
  const further = others.length === 0 ? '' : `. In other languages: build ${others.join(', ')}`;
  const beside = works.length === 0 ? '' : `. Other books of the folder are not read: ${works.join(', ')}`;
  return `Read as ${program}${from}${further}${beside}`;
}

/**
 * The real path of a manuscript folder, free of links; of one text, that of the folder it lies in.
 *
 * @throws {UsageError} where there is no such folder
 */
export async function rootOf(folder: string): Promise<string> {
  return (await placeOf(folder)).root;
}

/** The folder of a manuscript, and the name of the text that is all of it, if one is. */
async function placeOf(path: string): Promise<{ readonly root: string; readonly text?: string }> {
  try {
    const real = await realpath(path);
    const found = await stat(real);
    if (found.isDirectory()) return { root: real };
    if (found.isFile() && isText.test(path)) return { root: dirname(real), text: basename(real) };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const reason = `The manuscript folder "${path}" does not exist or cannot be read`;
    throw new UsageError(reason, { cause: error });
  }
  throw new UsageError(`"${path}" is no manuscript: name the folder that it lies in, "${dirname(path)}"`);
}

const isText = /\.(?:md|markdown|qmd|rmd)$/i;
