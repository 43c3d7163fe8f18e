import type { Point } from 'unist';
import type { VFile } from 'vfile';
import type { Citations, CitationSettings, ListedWork } from '../../book/citations.ts';
import { report } from '../../book/messages/messages.ts';
import type { CitationsConfig } from '../book-yaml/citations-schema.ts';
import type { YamlDocument } from '../yaml/yaml-document.ts';
import { citedKeys } from './cited-keys.ts';
import { localesFor } from './locales.ts';
import { Library } from './library.ts';
import { readStyle } from './style.ts';

/** What is known of the book whose citations are read. */
export interface CitingBook {
  /** The real path of the manuscript folder. */
  readonly root: string;
  /** What book.yaml says of citations. */
  readonly config: CitationsConfig;
  /** BCP 47. */
  readonly language: string;
  /** Where book.yaml says so. */
  readonly file: VFile;
  readonly places: Pick<YamlDocument, 'valueAt' | 'keyAt'>;
  /** The texts of the book, which cite. */
  readonly texts: ReadonlyArray<string>;
  /** Whether the notes of each chapter are counted by themselves. */
  readonly countsByChapter: boolean;
  /** Whether what is missing is told of and done without, as the program of the book does. */
  readonly isForeign: boolean;
}

/** The citations of a book, and the files that they are made from. */
export interface ReadCitations {
  readonly citations: Citations;
  readonly files: ReadonlyArray<VFile>;
}

/**
 * Reads the bibliographies, the style and the locales that a book names. Of the works only those are read in full
 * that its texts may cite.
 *
 * @param book what is known of it
 */
export async function readCitations(book: CitingBook): Promise<ReadCitations> {
  const { config, file, places, language } = book;
  const library = new Library(book);
  for (const [index, path] of config.bibliography.entries())
    await library.add(path, places.valueAt(['citations', 'bibliography', index]));
  const uncited = uncitedOf(config.uncited);
  const wanted = uncited === 'all' ? library.keys : new Set([...citedKeys(book.texts), ...uncited]);
  const works = library.works(wanted);
  const style = await readStyle(book);
  const locales = await localesFor(book, style.defaultLanguage);
  if (uncited !== 'all') reportUnknown(uncited, works, file, places.valueAt(['citations', 'uncited']));
  const section = config.section ?? 'end';
  const settings: CitationSettings = {
    section,
    // A style that names the note of the first citation by its number means one that is not given twice.
    first:
      config.first ??
      (section === 'chapter' || (book.countsByChapter && namesNotes.test(style.xml)) ? 'chapter' : 'book'),
    ...(config.title !== undefined && { title: config.title }),
    uncited: uncited === 'all' ? uncited : uncited.filter((key) => works.has(key)),
  };
  return {
    citations: {
      settings,
      // An entry that cannot be read is no work to cite.
      keys: new Set([...library.keys].filter((key) => works.has(key) || !wanted.has(key))),
      works,
      style: style.xml,
      styleName: style.name,
      language,
      locales: locales.texts,
      file,
      point: places.keyAt(['citations']),
    },
    files: [...library.files, ...style.files, ...locales.files],
  };
}

const namesNotes = /"first-reference-note-number"/;

function uncitedOf(uncited: ReadonlyArray<string> = []): 'all' | string[] {
  const keys = uncited.map((key) => key.replace(/^@/, ''));
  return keys.some((key) => key === 'all' || key === '*') ? 'all' : keys;
}

function reportUnknown(
  keys: ReadonlyArray<string>,
  works: ReadonlyMap<string, ListedWork>,
  file: VFile,
  point: Point,
): void {
  for (const key of keys)
    if (!works.has(key))
      report(file, 'citation-unknown', `No bibliography has the key "${key}", which is to be listed`, point);
}
