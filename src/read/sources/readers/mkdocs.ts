import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { limits } from '../../../book/limits.ts';
import { markdownNames } from '../../files/markdown-path.ts';
import { naturalOrder } from '../../files/natural-order.ts';
import { readText } from '../../files/text-file.ts';
import type { StepName } from '../dialects/dialect.ts';
import { languageIn, mappingIn, namesIn, wordsIn } from '../dialects/front-matter.ts';
import { languageOfText } from '../language-of-text.ts';
import type { SourceBook, SourceEntry, SourceFolder } from '../source-book.ts';
import { titleOfName } from '../title-of-name.ts';
import { mapIn } from './quarto.ts';

const largest = limits['book-yaml-size'].most;
const longest = limits['chapter-size'].most;

/**
 * A site of MkDocs: mkdocs.yml says what it is and in which order its pages stand.
 *
 * @see https://www.mkdocs.org/user-guide/configuration/
 */
export async function readMkdocs({ root, names }: SourceFolder): Promise<SourceBook | undefined> {
  const name = ['mkdocs.yml', 'mkdocs.yaml'].find((each) => names.has(each));
  if (name === undefined) return undefined;
  const { file, fault } = await readText(root, name, largest);
  if (fault !== undefined) return undefined;
  // Tags name functions of the program, which are not run.
  const config = mappingIn(String(file).replace(/!{1,2}(?:python\/\S+|ENV|relative)[ \t]*/g, ''));
  const folder = posix.normalize(wordsIn(config['docs_dir']) ?? 'docs').replace(/\/$/, '');
  const entries = await entriesIn(root, folder, config['nav']);
  const texts = await Promise.all(
    entries.slice(0, 8).flatMap(({ path }) => (path === undefined ? [] : [readText(root, path, longest)])),
  );
  const author = namesIn(config['site_author']);
  const description = wordsIn(config['site_description']);
  const theme = mapIn(config['theme']);
  return {
    program: 'MkDocs',
    file,
    readFrom: [name],
    values: {
      title: wordsIn(config['site_name']) ?? titleOfName(root),
      ...(author.length > 0 && { author }),
      ...(description !== undefined && { description }),
      language:
        languageIn(theme['language'] ?? theme['locale']) ??
        languageOfText(texts.map((each) => String(each.file)).join('\n')),
    },
    entries,
    dialect: {
      steps: new Set(stepsFor(config)),
      imageFolders: [folder, ''],
      siteFolders: [folder],
      variables: variablesIn(config),
    },
  };
}

/** What of the dialect is switched on. */
function stepsFor(config: Readonly<Record<string, unknown>>): StepName[] {
  const extensions = namesOf(config['markdown_extensions']);
  const plugins = namesOf(config['plugins']);
  return [
    'admonitions',
    'kramdown',
    ...(extensions.some((each) => /emoji/.test(each)) ? (['emoji'] as const) : []),
    ...(plugins.includes('macros') || plugins.includes('markdownextradata') ? (['templates'] as const) : []),
    ...(plugins.some((each) => /wiki|roamlinks|ezlinks/.test(each)) ? (['wiki-links'] as const) : []),
    'formulas',
    'site-links',
    'images',
    'div-fences',
  ];
}

/** Names in a list, or of a mapping, or both. */
function namesOf(value: unknown): string[] {
  if (Array.isArray(value))
    return value.flatMap((each) => (typeof each === 'string' ? [each] : Object.keys(mapIn(each))));
  return Object.keys(mapIn(value));
}

function variablesIn(config: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const enter = (path: string, values: Readonly<Record<string, unknown>>): void => {
    for (const [key, value] of Object.entries(values)) {
      const words = wordsIn(value);
      if (words !== undefined) found.set(`${path}${key}`, words);
      else enter(`${path}${key}.`, mapIn(value));
    }
  };
  enter('config.', { site_name: config['site_name'], site_url: config['site_url'] });
  enter('', mapIn(config['extra']));
  return found;
}

async function entriesIn(root: string, folder: string, nav: unknown): Promise<SourceEntry[]> {
  const entries = Array.isArray(nav)
    ? await listed(root, folder, nav as unknown[], { within: 0, below: 0 })
    : await inFolder(root, folder, '', 0);
  const seen = new Set<string>();
  return entries.filter(({ path }) => {
    if (path === undefined) return true;
    const isNew = !seen.has(path);
    seen.add(path);
    return isNew;
  });
}

interface Place {
  readonly within: number;
  readonly below: number;
}

/** The list of pages; what stands below the top level in lists of its own is a part, further down all is on one level. */
async function listed(
  root: string,
  folder: string,
  items: ReadonlyArray<unknown>,
  { within, below }: Place,
): Promise<SourceEntry[]> {
  const result: SourceEntry[] = [];
  for (const item of items) {
    const [[title, target] = [undefined, item]] =
      typeof item === 'string' ? [] : Object.entries(mapIn(item)).map((pair) => [pair[0], pair[1]] as const);
    const path = wordsIn(typeof item === 'string' ? item : target);
    if (Array.isArray(target)) {
      const place = { within: Math.min(within + 1, 2), below };
      const inner = await listed(root, folder, target as unknown[], place);
      if (inner.length === 0) continue;
      if (title !== undefined && within < 2)
        result.push({ part: title, numbered: false, ...(within > 0 && { within }) });
      result.push(...inner);
    } else if (path !== undefined && !/^(?:[a-z]+:)?\/\//i.test(path) && !path.startsWith('mailto:'))
      result.push(...(await pageOrFolder(root, folder, path.replace(/[?#].*$/, ''), title, within)));
  }
  return result;
}

async function pageOrFolder(
  root: string,
  folder: string,
  path: string,
  title: string | undefined,
  within: number,
): Promise<SourceEntry[]> {
  const place = within > 0 ? { within } : {};
  if (/\.(?:md|markdown)$/i.test(path))
    return [{ path: posix.join(folder, path), ...(title !== undefined && { title }), ...place }];
  if (!/\/$|\*$/.test(path)) return [];
  const inner = await inFolder(root, folder, path.replace(/\/?\**$/, ''), within + 1);
  if (inner.length === 0) return [];
  return title === undefined ? inner : [{ part: title, numbered: false, ...place }, ...inner];
}

/** The pages of a folder, its first page before the others, then the folders below, each a part. */
async function inFolder(root: string, folder: string, below: string, within: number): Promise<SourceEntry[]> {
  const entries = await readdir(join(root, folder, below), { withFileTypes: true }).catch(() => []);
  const isFirst = (name: string): boolean => /^(?:index|readme)\.md$/i.test(name);
  const pages = markdownNames(entries.filter((entry) => entry.isFile()).map(({ name }) => name))
    .toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)) || naturalOrder(a, b))
    .map((name): SourceEntry => ({
      path: posix.join(folder, below, name),
      ...(within > 0 && { within: Math.min(within, 2) }),
    }));
  const folders = entries.filter((entry) => entry.isDirectory() && !/^[._]/.test(entry.name));
  const further: SourceEntry[] = [];
  for (const { name } of folders.toSorted((a, b) => naturalOrder(a.name, b.name))) {
    const inner = await inFolder(root, folder, posix.join(below, name), within + 1);
    if (inner.length === 0) continue;
    if (within < 2) further.push({ part: titleOfName(name), numbered: false, ...(within > 0 && { within }) });
    further.push(...inner);
  }
  return [...pages, ...further];
}
