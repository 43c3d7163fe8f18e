import type { VFile } from 'vfile';
import type { Limits } from '../../book/limits.ts';
import type { FrontMatter, Source } from '../../book/manuscript.ts';
import { report } from '../../book/messages/messages.ts';
import { readText, sizeInWords } from '../files/text-file.ts';
import type { Dialect } from './dialects/dialect.ts';
import { BookNotes } from './book-notes.ts';
import { linesOf } from './dialects/lines.ts';
import { begin, finish, type Begun } from './dialects/translate.ts';
import { headingsIn } from './headings.ts';
import type { SourceBook, SourceEntry, SourceFile } from './source-book.ts';

/** The texts of another program's book, as ours. */
export interface SourceChapters {
  readonly sources: ReadonlyArray<Source>;
  /** Every file that may carry messages about it. */
  readonly files: ReadonlyArray<VFile>;
}

/**
 * Reads the texts of another program's book and makes our Markdown of them.
 *
 * @param root the real path of the manuscript folder
 * @param source the book
 * @param entries in reading order; those of the book, unless book.yaml has others
 * @param about the language of the book, the file that opens parts, and whether images on the network are fetched
 * @param limits how large files may be
 */
export async function readChapters(
  root: string,
  source: SourceBook,
  entries: ReadonlyArray<SourceEntry>,
  about: { readonly language: string; readonly file: VFile; readonly hasRemote?: boolean },
  limits: Limits,
): Promise<SourceChapters> {
  const notes = new BookNotes(root, limits['chapter-size'], source.dialect.files, about.hasRemote);
  const { read, unread } = await readAll(root, entries, limits, (path) => {
    notes.missing(source.file, path);
  });
  const sources: Source[] = [];
  const texts = await translated(read, source.dialect, notes, about.language);
  for (const { entry, file } of read) {
    const within = entry.within === undefined ? {} : { within: entry.within };
    if (entry.path === undefined) {
      const numbered = entry.numbered === undefined ? {} : { numbered: entry.numbered };
      sources.push({ kind: 'part', title: entry.part, file: about.file, ...within, ...numbered });
    } else if (file !== undefined) {
      const below = belowOf(entry, sources);
      sources.push({
        kind: 'file',
        file,
        frontMatter: { ...ofEntry(entry, file), ...texts.get(file)?.frontMatter, ...entry.says },
        ...within,
        ...(below !== undefined && { below }),
      });
    }
  }
  notes.report();
  return {
    sources,
    files: [source.file, ...notes.files, ...unread, ...read.flatMap(({ file }) => file ?? [])],
  };
}

/** The texts as ours: what may be referred to in all of them is known before any is finished. */
async function translated(
  read: ReadonlyArray<ReadEntry>,
  dialect: Dialect,
  notes: BookNotes,
  language: string,
): Promise<ReadonlyMap<VFile, Begun>> {
  const texts = new Map<VFile, Begun>();
  for (const { entry, file } of read) {
    if (entry.path === undefined || file === undefined) continue;
    texts.set(
      file,
      await begin(file, dialect, notes, { language, ...(entry.lines && { lines: entry.lines }) }),
    );
  }
  for (const text of texts.values()) await finish(text, dialect, notes);
  return texts;
}

/** How far below a chapter a file stands, where there is one before it that it can go on. */
function belowOf({ below }: SourceFile, sources: ReadonlyArray<Source>): number | undefined {
  return below !== undefined && sources.at(-1)?.kind === 'file' ? below : undefined;
}

/** What the order of the book says of a text that says nothing of it itself. */
function ofEntry({ title, numbered, role }: SourceFile, file: VFile): FrontMatter {
  const hasOwn =
    numbered === undefined && hasNumber(/^ {0,3}#[ \t]+(.*)$/m.exec(String(file))?.[1] ?? title ?? '');
  return {
    ...(title !== undefined && !hasOwnTitle(file, title) && { title }),
    ...(numbered !== undefined && { numbered }),
    ...(hasOwn && { numbered: false }),
    ...(role !== undefined && { role }),
  };
}

/**
 * Whether a heading of a text is its title rather than that of a section: one of the first level, or one that opens the
 * text and that no other is like.
 *
 * @param listed what the order of the book calls the text
 */
function hasOwnTitle(file: VFile, listed: string): boolean {
  const lines = linesOf(String(file));
  const headings = headingsIn(lines, 6);
  const [first] = headings;
  if (first === undefined) return false;
  if (headings.some(({ depth }) => depth === 1) || isLike(first.title, listed)) return true;
  const isAlone = headings.filter(({ depth }) => depth <= first.depth).length === 1;
  return isAlone && lines.slice(0, first.index).every(({ text }) => text.trim() === '');
}

/** Whether one of two titles is the other, but for signs and numbers around it. */
function isLike(one: string, other: string): boolean {
  const [a = '', b = ''] = [one, other].map((title) => title.toLowerCase().replace(/[^\p{L}\p{M}]+/gu, ''));
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a));
}

/** Whether a title has a number of its own, beside which ours would be a second. */
function hasNumber(title: string): boolean {
  const plain = title.replace(/[*_`]/g, '');
  return /^(?:(?:chapter|kapitel|chapitre|cap[ií]tulo|capitolo|hoofdstuk|глава|розділ)\s+[\dIVXLC]+\b|\d+(?:\.\d+)*[.:)．](?:\s|(?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]))|第\s*[\d〇一二三四五六七八九十百]+\s*[章回部篇])/iu.test(
    plain,
  );
}

interface ReadEntry {
  readonly entry: SourceEntry;
  readonly file?: VFile;
}

/** Takes characters out that no edition can hold, and that are no text; that they were there is told all the same. */
function withoutControls(file: VFile): void {
  for (const message of file.messages) if (message.ruleId === 'control-character') message.fatal = false;
  // oxlint-disable-next-line no-control-regex
  file.value = String(file).replace(
    /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]/g,
    '',
  );
}

/** The texts in order, and those that cannot be read, which carry a message about it. */
async function readAll(
  root: string,
  entries: ReadonlyArray<SourceEntry>,
  { 'chapter-size': largest, 'manuscript-size': largestTotal }: Limits,
  onMissing: (path: string) => void,
): Promise<{ readonly read: ReadEntry[]; readonly unread: VFile[] }> {
  const read: ReadEntry[] = [];
  const unread: VFile[] = [];
  let total = 0;
  for (const entry of entries) {
    if (entry.path === undefined) {
      read.push({ entry });
      continue;
    }
    const { file, fault, size } = await readText(root, entry.path, largest);
    if (fault === undefined) withoutControls(file);
    if (fault === 'missing') {
      onMissing(entry.path);
      continue;
    }
    const before = total;
    total += entry.lines === undefined || entry.lines[0] === 1 ? size : 0;
    if (before <= largestTotal && total > largestTotal)
      report(
        file,
        'file-too-large',
        `From this file on, the manuscript is larger than ${sizeInWords(largestTotal)}`,
      );
    if (fault === undefined && total <= largestTotal) read.push({ entry, file });
    else unread.push(file);
  }
  return { read, unread };
}
