import { staysInside } from '../../book/addresses/stays-inside.ts';
import { report } from '../../book/messages/messages.ts';
import type { BookYaml } from '../book-yaml/book-yaml.ts';
import { pathsIn } from './reading-order.ts';
import { didYouMean } from '../../book/nearest.ts';
import { readSafely, siblingsOf } from '../files/safe-file.ts';
import { readText } from '../files/text-file.ts';

const customary = 'notes.md';

/**
 * The path of the file of notes that every chapter may cite: the one `notes.file` names, or
 * else a notes.md that `contents:` does not list and that begins with a note.
 *
 * @param root the real path of the manuscript folder
 * @param book its book.yaml, which collects messages about `notes.file`
 * @param found the Markdown files at the top of the folder
 * @param limit the most bytes a Markdown file may have
 */
export async function findNotesFile(
  root: string,
  book: BookYaml,
  found: ReadonlyArray<string>,
  limit: number,
): Promise<string | undefined> {
  const listed = pathsIn(book.contents ?? []);
  if (book.notesFile !== undefined) return isReadable(root, book, book.notesFile, listed);
  if (!found.includes(customary) || listed.includes(customary)) return undefined;
  const { file } = await readText(root, customary, limit);
  return beginsWithNote(String(file)) ? customary : undefined;
}

async function isReadable(
  root: string,
  book: BookYaml,
  path: string,
  listed: ReadonlyArray<string>,
): Promise<string | undefined> {
  const place = book.places.valueAt(['notes', 'file']);
  if (!staysInside(path)) {
    report(book.file, 'file-unreadable', `"${path}" lies outside the manuscript folder`, place);
    return undefined;
  }
  if ((await readSafely(root, path, 0)).fault === 'missing') {
    const near = didYouMean(path.slice(path.lastIndexOf('/') + 1), await siblingsOf(root, path));
    report(book.file, 'contents-missing', `"${path}" does not exist`, place, {
      hint: near ?? 'Correct the path in `notes:` or add the file.',
    });
    return undefined;
  }
  if (listed.includes(path)) {
    report(
      book.file,
      'contents-duplicate',
      `"${path}" is the file of shared notes and listed under contents`,
      place,
      {
        hint: 'Take it out of `contents:`, since its notes are printed with the others.',
      },
    );
  }
  return path;
}

/** Whether a text begins with the definition of a note, below at most one heading. */
export function beginsWithNote(text: string): boolean {
  let at = skip(text, 0, /---[ \t]*\n(?:(?!---[ \t]*$).*\n)*---[ \t]*(?:\n|$)/my);
  at = skipBlank(text, at);
  at = skipBlank(text, skip(text, at, /#{1,6}[ \t].*(?:\n|$)/y));
  return skip(text, at, /\[\^[^\]\s]+\]:/y) > at;
}

/** Past blank lines and comments. */
function skipBlank(text: string, from: number): number {
  let at = from;
  for (
    let next = skip(text, at, /\s+|<!--[\s\S]*?-->/y);
    next > at;
    next = skip(text, at, /\s+|<!--[\s\S]*?-->/y)
  ) {
    at = next;
  }
  return at;
}

/** Past what matches there, if anything does. */
function skip(text: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
