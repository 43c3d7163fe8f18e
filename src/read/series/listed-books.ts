import { staysInside } from '../../book/addresses/stays-inside.ts';
import { realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { glob } from 'tinyglobby';
import type { VFile } from 'vfile';
import { z } from 'zod';
import { limits } from '../../book/limits.ts';
import { messagesOf, report, type Message } from '../../book/messages/messages.ts';
import { sharedName } from '../book-yaml/shared-yaml.ts';
import { naturalOrder } from '../files/natural-order.ts';
import { readText } from '../files/text-file.ts';
import { parseYaml } from '../yaml/yaml-document.ts';

/** The books that `colophon.yaml` lists. */
export interface ListedBooks {
  /** Paths of their folders, relative to the one it lies in, in its order, each once. */
  readonly folders: ReadonlyArray<string>;
  /** What is wrong with the list. */
  readonly messages: ReadonlyArray<Message>;
}

const listSchema = z.array(z.string()).min(1);

/**
 * The books that the `colophon.yaml` of a folder lists under `books`: folders by their paths, and patterns such as
 * `books/*`, which mean all folders of such paths that have a book.yaml, in the order of their names.
 *
 * @param folder path of the folder
 */
export async function listedBooks(folder: string): Promise<ListedBooks> {
  const root = await realpath(folder);
  const size = limits['book-yaml-size'].most;
  const { file, fault } = await readText(root, sharedName, size, `Keep ${sharedName} below 64 KB.`);
  const document = fault === undefined ? parseYaml(file, String(file.value)) : undefined;
  if (document === undefined) return { folders: [], messages: messagesOf([file]) };
  const stated: unknown = z.object({ books: z.unknown() }).safeParse(document.value).data?.books;
  const list = listSchema.safeParse(typeof stated === 'string' && stated !== '' ? [stated] : stated).data;
  if (list === undefined) {
    const hint = 'List the folders of the books: `books: [books/*]`, or one a line.';
    const reason = stated === undefined ? '"books" is missing' : '"books" must be a list of folders';
    report(file, 'config-value', reason, document.valueAt(['books']), { hint });
    return { folders: [], messages: messagesOf([file]) };
  }
  const folders: string[] = [];
  for (const [index, entry] of list.entries()) {
    if (entry.startsWith('!')) continue;
    const found = await meant(
      root,
      entry,
      list.filter((each) => each.startsWith('!')),
    );
    if (found.length > 0) folders.push(...found);
    else reportNowhere(file, entry, document.valueAt(['books', index]));
  }
  return { folders: [...new Set(folders)], messages: messagesOf([file]) };
}

/** As many characters has no path, and no pattern of paths. */
const longest = 500;

/** The folders that an entry means. */
async function meant(root: string, entry: string, excluded: ReadonlyArray<string>): Promise<string[]> {
  if (!staysInside(entry) || entry.length > longest) return [];
  if (!/[*?[\]{}]/.test(entry)) {
    const found = await stat(join(root, entry)).catch(() => undefined);
    return found === undefined ? [] : [entry.replace(/\/+$/, '')];
  }
  const configurations = [entry, ...excluded].map((each) => `${each.replace(/\/+$/, '')}/book.yaml`);
  const found = await glob(configurations, { cwd: root, expandDirectories: false });
  return found.map((path) => dirname(path)).toSorted(naturalOrder);
}

function reportNowhere(file: VFile, entry: string, place: { line: number; column: number }): void {
  const reason = !staysInside(entry)
    ? `"${entry}" leads out of the folder of ${sharedName}`
    : /[*?[\]{}]/.test(entry)
      ? `There is no folder with a book.yaml at "${entry}"`
      : `There is no folder "${entry}"`;
  report(file, 'config-value', reason, place, { hint: 'Correct the path, or take the entry out.' });
}
