import { staysInside } from '../../book/addresses/stays-inside.ts';
import type { VFile } from 'vfile';
import { report } from '../../book/messages/messages.ts';
import type { BookYaml } from '../book-yaml/book-yaml.ts';
import { didYouMean } from '../../book/nearest.ts';
import { isBesideBook } from '../files/markdown-path.ts';
import { readSafely, siblingsOf } from '../files/safe-file.ts';
import type { Path } from '../yaml/yaml-document.ts';

/** A file in its place, or the opening of a part. */
export type Entry = ({ readonly path: string } | { readonly path?: undefined; readonly part: string }) & {
  readonly within?: number;
};

type Contents = NonNullable<BookYaml['contents']>;

/**
 * The files `contents:` lists, in its order, without those that are missing or listed before.
 *
 * @param root the real path of the manuscript folder
 * @param file book.yaml, which collects the messages
 * @param contents what `contents:` says
 * @param places where its values stand
 * @param found the Markdown files at the top of the folder
 */
export async function listedPaths(
  root: string,
  file: VFile,
  contents: Contents,
  places: BookYaml['places'],
  found: ReadonlyArray<string>,
): Promise<Entry[]> {
  const seen = new Set<string>();
  const entries: Entry[] = [];
  /** What was likely meant by names that are not there: told of with these. */
  const meant = new Set<string>();
  for (const { entry, at } of flatten(contents)) {
    if (entry.path === undefined) entries.push(entry);
    else {
      const place = places.valueAt(at);
      if (seen.has(entry.path)) {
        report(file, 'contents-duplicate', `"${entry.path}" is listed twice under contents`, place);
      } else if (!staysInside(entry.path)) {
        report(file, 'file-unreadable', `"${entry.path}" lies outside the manuscript folder`, place);
      } else if ((await readSafely(root, entry.path, 0)).fault === 'missing') {
        const near = nearName(entry.path, await siblingsOf(root, entry.path));
        const hint = near === undefined ? {} : { hint: near };
        for (const each of found) if (near?.includes(`"${each}"`) === true) meant.add(each);
        report(file, 'contents-missing', `"${entry.path}" does not exist`, place, hint);
      } else entries.push(entry);
      seen.add(entry.path);
    }
  }
  for (const path of found) {
    if (seen.has(path) || meant.has(path) || isBesideBook(path)) continue;
    report(file, 'contents-unlisted', `"${path}" is not listed under contents`, places.keyAt(['contents']));
  }
  return entries;
}

/** What `contents:` lists, at any depth. */
type Item = string | { readonly part: string; readonly contents: ReadonlyArray<Item> };

/** The files that `contents:` lists, in whatever part. */
export function pathsIn(items: ReadonlyArray<Item>): string[] {
  return flatten(items).flatMap(({ entry: { path } }) => path ?? []);
}

function flatten(
  items: ReadonlyArray<Item>,
  within = 0,
  place: Path = ['contents'],
): Array<{ readonly entry: Entry; readonly at: Path }> {
  const depth = within === 0 ? {} : { within };
  return items.flatMap((item, index): Array<{ entry: Entry; at: Path }> => {
    const at = [...place, index];
    if (typeof item === 'string') return [{ entry: { path: item, ...depth }, at }];
    return [
      { entry: { part: item.part, ...depth }, at },
      ...flatten(item.contents, within + 1, [...at, 'contents']),
    ];
  });
}

/** A suggestion among the files beside the one that is missing. */
function nearName(path: string, siblings: ReadonlyArray<string>): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return didYouMean(name, siblings);
}
