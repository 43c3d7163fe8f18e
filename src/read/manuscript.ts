import { realpath, stat } from 'node:fs/promises';
import { UsageError } from '../book/errors.ts';
import type { Manuscript } from '../book/manuscript.ts';
import { wordingOf } from '../language/wording.ts';
import { readBookYaml } from './book-yaml/book-yaml.ts';
import { readConcordance } from './chapters/concordance.ts';
import { readCoverSource } from './book-yaml/cover-source.ts';
import { readPageTemplate } from './templates/page-template.ts';
import { readPrinting } from './printers/printing.ts';
import { readProfiles } from './printers/profiles.ts';
import { readRightsYaml, registerOf } from './chapters/rights.ts';
import { readSources } from './chapters/sources.ts';
import { readStylesheet } from './styles/stylesheet.ts';
import { themeNames } from './templates/theme.ts';

/**
 * A manuscript folder, read and checked: book.yaml, the Markdown files in reading order with
 * their front matter, theme.css and the wording in the language of the book. Every fault of
 * the manuscript is a message in one of `files`, and reading goes on past it.
 *
 * @param folder the path of the folder
 * @param options `epoch`: the instant of last change, in seconds since 1970; by default it
 * follows from the date of the book; `revision`: the revision of the source for the colophon
 * line, by default the one Git has checked out
 * @throws {UsageError} where there is no such folder
 */
export async function readManuscript(
  folder: string,
  options: { readonly epoch?: number; readonly revision?: string } = {},
): Promise<Manuscript> {
  const root = await rootOf(folder);
  const book = await readBookYaml(root, await themeNames(), options.epoch, options.revision);
  const [
    { sources, declarations, sharedNotes, files },
    stylesheet,
    copyrightTemplate,
    rightsYaml,
    indexYaml,
    coverSource,
    printing,
    profiles,
  ] = await Promise.all([
    readSources(root, book),
    readStylesheet(root),
    readPageTemplate(root, 'copyright-page.md'),
    readRightsYaml(root),
    readConcordance(root),
    readCoverSource(root, book),
    readPrinting(book),
    readProfiles(root, book),
  ]);
  const declared = [...(rightsYaml?.declarations ?? []), ...declarations];
  const rights = await registerOf(root, declared, book.metadata.rights);
  const { cover } = book.metadata;
  const place = coverSource.places.image;
  return {
    metadata: book.metadata,
    labels: wordingOf(book.metadata.language),
    sources,
    ...(sharedNotes && {
      sharedNotes: sharedNotes.file,
      sharedNotesFrontMatter: sharedNotes.frontMatter,
    }),
    rights,
    ...(indexYaml && { concordance: indexYaml.entries }),
    copyrightTemplate,
    ...(stylesheet === undefined ? {} : { stylesheet: stylesheet.file }),
    cover: coverSource,
    printing,
    profiles,
    references: [
      ...(cover?.image === undefined
        ? []
        : [{ path: cover.image, file: book.file, position: { start: place, end: place } }]),
      ...(stylesheet?.images ?? []),
    ],
    files: [
      book.file,
      copyrightTemplate,
      ...(rightsYaml === undefined ? [] : [rightsYaml.file]),
      ...(indexYaml === undefined ? [] : [indexYaml.file]),
      ...files,
      ...(stylesheet === undefined ? [] : [stylesheet.file]),
    ],
  };
}

/**
 * The real path of a manuscript folder, free of links.
 *
 * @throws {UsageError} where there is no such folder
 */
export async function rootOf(folder: string): Promise<string> {
  try {
    const root = await realpath(folder);
    if ((await stat(root)).isDirectory()) return root;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new UsageError(`The manuscript folder "${folder}" does not exist or cannot be read`, {
      cause: error,
    });
  }
  throw new UsageError(`The manuscript "${folder}" is not a folder`);
}
