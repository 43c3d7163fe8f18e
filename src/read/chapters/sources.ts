import { readdir } from 'node:fs/promises';
import { VFile } from 'vfile';
import { type Limits } from '../../book/limits.ts';
import type { FrontMatter, Source } from '../../book/manuscript.ts';
import { report } from '../../book/messages/messages.ts';
import type { BookYaml } from '../book-yaml/book-yaml.ts';
import type { Declaration } from './declarations.ts';
import { readFrontMatter } from './front-matter.ts';
import { isBesideBook, markdownNames } from '../files/markdown-path.ts';
import { leftOut, seenInstead } from '../files/seen-instead.ts';
import { reportUnreadKeys, type UnreadKey } from './unread-keys.ts';
import { findNotesFile } from './notes-file.ts';
import { listedPaths, type Entry } from './reading-order.ts';
import { readText, sizeInWords } from '../files/text-file.ts';

/** The Markdown of a manuscript in reading order. */
export interface Sources {
  readonly sources: ReadonlyArray<Source>;
  /** The borrowed parts the chapters declare. */
  readonly declarations: ReadonlyArray<Declaration>;
  /** The file of notes that every chapter may cite. */
  readonly sharedNotes?: { readonly file: VFile; readonly frontMatter: FrontMatter };
  /** Every file that may carry messages about it. */
  readonly files: ReadonlyArray<VFile>;
}

/**
 * The Markdown files of a manuscript: those `contents:` lists, or those at the top of the
 * folder in natural order, hidden files, backups and a read-me left out.
 *
 * @param root the real path of the manuscript folder
 * @param book its book.yaml, which collects messages about `contents:`
 * @param limits how large files may be
 */
export async function readSources(root: string, book: BookYaml, limits: Limits): Promise<Sources> {
  const { 'chapter-size': largest, 'manuscript-size': largestTotal } = limits;
  const top = markdownNames(await readdir(root));
  const notesFile = await findNotesFile(root, book, top, largest);
  const found = top.filter((path) => path !== notesFile);
  const listed: Entry[] =
    book.contents === undefined
      ? found.filter((path) => !isBesideBook(path)).map((path) => ({ path }))
      : (await listedPaths(root, book.file, book.contents, book.places, found)).filter(
          ({ path }) => path === undefined || path !== notesFile,
        );
  const folder = new VFile({ path: '.', value: '' });
  if (book.contents === undefined)
    await reportUnlisted(root, { book: book.file, folder }, listed.length, [...top, notesFile ?? []].flat());

  const sources: Source[] = [];
  const declarations: Declaration[] = [];
  const files: VFile[] = [folder];
  const unread: UnreadKey[] = [];
  let sharedNotes: Sources['sharedNotes'];
  let total = 0;
  for (const entry of [...(notesFile === undefined ? [] : [{ path: notesFile }]), ...listed]) {
    if (entry.path === undefined) {
      const { part: title, within } = entry;
      sources.push({ kind: 'part', title, file: book.file, ...(within !== undefined && { within }) });
      continue;
    }
    const read = await readText(root, entry.path, largest);
    files.push(read.file);
    const { file } = read;
    // It is in the folder, or was a moment ago.
    if (read.fault === 'missing')
      report(file, 'file-unreadable', `"${entry.path}" cannot be found by this name`, undefined, {
        hint: 'Rename it, if its name is not in UTF-8; if it is a link, what it leads to is not there.',
      });
    const fits = total <= largestTotal && total + read.size > largestTotal;
    total += read.size;
    if (fits) {
      report(
        file,
        'file-too-large',
        `From this file on, the manuscript is larger than ${sizeInWords(largestTotal)}`,
      );
    }
    if (read.fault === undefined && total <= largestTotal) {
      const within = entry.within === undefined ? {} : { within: entry.within };
      const yaml = readFrontMatter(file, book.metadata.language);
      unread.push(...yaml.unread);
      declarations.push(...yaml.declarations);
      if (entry.path === notesFile) sharedNotes = { file, frontMatter: yaml.frontMatter };
      else sources.push({ kind: 'file', file, frontMatter: yaml.frontMatter, ...within });
    }
  }
  reportUnreadKeys(unread);
  return { sources, declarations, ...(sharedNotes && { sharedNotes }), files };
}

/**
 * Reports that a folder without `contents:` holds no Markdown, or what it holds beside that.
 *
 * @param files those the messages go to
 * @param count how many chapters there are
 * @param read the files that are read
 */
async function reportUnlisted(
  root: string,
  files: Readonly<Record<'book' | 'folder', VFile>>,
  count: number,
  read: ReadonlyArray<string>,
): Promise<void> {
  if (count === 0) {
    const hint = await seenInstead(root);
    report(files.folder, 'manuscript-empty', 'The folder holds no Markdown file', undefined, {
      ...(hint !== undefined && { hint }),
    });
    return;
  }
  for (const { reason, hint } of await leftOut(root, read))
    report(files.book, 'contents-unlisted', reason, undefined, { hint });
}
