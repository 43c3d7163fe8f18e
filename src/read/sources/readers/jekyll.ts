import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { VFile } from 'vfile';
import { limits } from '../../../book/limits.ts';
import { report } from '../../../book/messages/messages.ts';
import { markdownNames } from '../../files/markdown-path.ts';
import { naturalOrder } from '../../files/natural-order.ts';
import { readText } from '../../files/text-file.ts';
import { languageIn, mappingIn, namesIn, takeFrontMatter, wordsIn } from '../dialects/front-matter.ts';
import { linesOf } from '../dialects/lines.ts';
import { languageOfText } from '../language-of-text.ts';
import type { SourceBook, SourceEntry, SourceFolder } from '../source-book.ts';
import { titleOfName } from '../title-of-name.ts';
import { readElectricBook } from './electric-book.ts';
import { jekyllSteps, siteVariables } from './jekyll-site.ts';
import { mapIn } from './quarto.ts';

const largest = limits['book-yaml-size'].most;
const longest = limits['chapter-size'].most;

/**
 * A book made with Jekyll: one of the Electric Book, or a collection of chapters, in the order that they or
 * _config.yml state.
 *
 * @see https://jekyllrb.com/docs/collections/
 */
export async function readJekyll(folder: SourceFolder): Promise<SourceBook | undefined> {
  const { root, names } = folder;
  if (names.has('_toc.yml')) return undefined;
  const { file, fault } = await readText(root, '_config.yml', largest);
  if (fault !== undefined) return undefined;
  const config = mappingIn(String(file));
  const electric = await readElectricBook(root, config);
  if (electric !== undefined) return electric;
  const found = await largestCollection(root, config);
  if (found === undefined) return undefined;
  tellOf(found.others, found.folder, file);
  const author = namesIn(config['author']);
  const description = wordsIn(config['description']);
  return {
    program: 'Jekyll',
    file,
    readFrom: ['_config.yml', `${found.folder}/`],
    values: {
      title: wordsIn(config['title']) ?? wordsIn(config['name']) ?? titleOfName(root),
      ...(author.length > 0 && { author }),
      ...(description !== undefined && { description }),
      language:
        languageIn(config['lang'] ?? config['locale'] ?? config['language']) ?? languageOfText(found.text),
    },
    entries: found.entries,
    dialect: {
      steps: new Set([...jekyllSteps, ...(/jemoji/.test(String(file)) ? (['emoji'] as const) : [])]),
      imageFolders: ['', found.folder, 'assets', 'assets/images', 'images'],
      variables: siteVariables(config),
      pages: found.pages,
    },
  };
}

interface Collection {
  readonly folder: string;
  readonly entries: ReadonlyArray<SourceEntry>;
  readonly text: string;
  readonly pages: ReadonlyMap<string, string>;
  /** Further collections of texts. */
  readonly others: ReadonlyArray<string>;
}

/** Says which collections are no part of the book: sites make pages of them in ways of their own. */
function tellOf(others: ReadonlyArray<string>, folder: string, file: VFile): void {
  if (others.length === 0) return;
  const names = others.map((name) => `${name}/`).join(', ');
  const reason = `The book is the collection ${folder}/; the texts in ${names} are not in it`;
  const hint = 'A book.yaml beside it may list the texts of both, by their paths, under contents:';
  report(file, 'source-unread', reason, undefined, { hint });
}

/** The collection with the most texts; posts and what tells of the site are none. */
async function largestCollection(
  root: string,
  config: Readonly<Record<string, unknown>>,
): Promise<Collection | undefined> {
  const listed = config['collections'];
  const named = Array.isArray(listed) ? listed.map(String) : Object.keys(mapIn(listed));
  const base = wordsIn(config['collections_dir']) ?? '';
  const folders = [...named, 'chapters', 'book', 'docs']
    .filter((name) => !/^(?:posts|drafts|pages|authors|people|staff|api|projects|news|events)$/.test(name))
    .map((name) => posix.join(base, `_${name}`));
  let most: { readonly folder: string; readonly paths: string[] } | undefined;
  const withTexts: string[] = [];
  for (const folder of new Set(folders)) {
    const paths = await textsIn(root, folder, 3);
    if (paths.length > 1) withTexts.push(folder);
    if (paths.length > 1 && paths.length > (most?.paths.length ?? 1)) most = { folder, paths };
  }
  if (most === undefined) return undefined;
  const { folder } = most;
  const { sort_by: key = 'order', order } = mapIn(mapIn(listed)[folder.replace(/^.*_/, '')]);
  const texts = await Promise.all(most.paths.map(async (path) => readText(root, path, longest)));
  const pages = texts.map(({ file }) => ({
    path: file.path,
    values: takeFrontMatter(linesOf(String(file))).values,
  }));
  const fixed = Array.isArray(order) ? order.map(String) : [];
  const rank = ({ path, values }: (typeof pages)[number]): number => {
    const at = fixed.indexOf(posix.relative(folder, path));
    const stated =
      values[String(key)] ?? values['order'] ?? values['nav_order'] ?? values['weight'] ?? values['chapter'];
    const number = Number(stated);
    return at !== -1
      ? at
      : stated === undefined || stated === null || Number.isNaN(number)
        ? Infinity
        : number;
  };
  const sortedPages = pages
    .filter(({ values }) => values['published'] !== false)
    .toSorted((a, b) => (rank(a) === rank(b) ? naturalOrder(a.path, b.path) : rank(a) - rank(b)));
  return {
    folder,
    others: withTexts.filter((name) => name !== folder),
    entries: inSections(sortedPages),
    pages: addressesOf(sortedPages, folder),
    text: texts
      .slice(0, 8)
      .map(({ file }) => String(file))
      .join('\n'),
  };
}

/** The addresses that the site has for its pages. */
function addressesOf(
  pages: ReadonlyArray<{ readonly path: string; readonly values: Readonly<Record<string, unknown>> }>,
  folder: string,
): ReadonlyMap<string, string> {
  return new Map(
    pages.flatMap(({ path, values }): Array<[string, string]> => {
      const own = wordsIn(values['permalink'])
        ?.replace(/\/$/, '')
        .replace(/\.html$/, '');
      const stem = posix.relative(folder, path).replace(/\.\w+$/, '');
      const named = `/${folder.replace(/^.*_/, '')}/${stem}`;
      const bare = `/${folder.replace(/^.*_/, '')}/${stem.replace(/^\d+[-_]/, '')}`;
      return [own ?? named, named, bare].map((address) => [address, path]);
    }),
  );
}

/** Pages of one section that follow each other are a part, where the sections come one after the other. */
function inSections(
  pages: ReadonlyArray<{ readonly path: string; readonly values: Readonly<Record<string, unknown>> }>,
): SourceEntry[] {
  const of = (values: Readonly<Record<string, unknown>>): string | undefined =>
    wordsIn(values['part'] ?? values['section']);
  const runs = pages.filter(({ values }, index) => of(values) !== of(pages[index - 1]?.values ?? {}));
  const sections = new Set(pages.flatMap(({ values }) => of(values) ?? []));
  const hasParts = sections.size > 1 && runs.length <= sections.size + 1;
  return pages.flatMap(({ path, values }, index): SourceEntry[] => {
    const section = hasParts ? of(values) : undefined;
    const isNew = section !== undefined && section !== of(pages[index - 1]?.values ?? {});
    const entry: SourceEntry = { path, ...(section !== undefined && { within: 1 }) };
    return isNew ? [{ part: section, numbered: false }, entry] : [entry];
  });
}

async function textsIn(root: string, folder: string, depth: number): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  const files = markdownNames(entries.filter((entry) => entry.isFile()).map(({ name }) => name)).toSorted(
    naturalOrder,
  );
  const found = files.map((name) => `${folder}/${name}`);
  if (depth > 1)
    for (const { name } of entries
      .filter((entry) => entry.isDirectory())
      .toSorted((a, b) => naturalOrder(a.name, b.name)))
      found.push(...(await textsIn(root, `${folder}/${name}`, depth - 1)));
  return found;
}
