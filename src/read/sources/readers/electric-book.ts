import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Role } from '../../../book/roles.ts';
import { limits } from '../../../book/limits.ts';
import { parseDate } from '../../book-yaml/fields.ts';
import { markdownNames } from '../../files/markdown-path.ts';
import { naturalOrder } from '../../files/natural-order.ts';
import { readText } from '../../files/text-file.ts';
import { languageIn, mappingIn, takeFrontMatter, wordsIn } from '../dialects/front-matter.ts';
import { linesOf } from '../dialects/lines.ts';
import type { SourceBook, SourceEntry, SourceValues } from '../source-book.ts';
import { jekyllSteps, siteVariables } from './jekyll-site.ts';
import { mapIn } from './quarto.ts';

const largest = limits['book-yaml-size'].most;
const longest = limits['chapter-size'].most;

type Values = Readonly<Record<string, unknown>>;

interface Work {
  readonly directory: string;
  /** The file that tells of it. */
  readonly from: string;
  readonly values: Values;
}

/**
 * A book of the Electric Book: _data/works/…/default.yml or _data/meta.yml says what it is and what it holds. Of
 * several works the first is read.
 *
 * @see https://electricbookworks.github.io/electric-book/
 */
export async function readElectricBook(root: string, config: Values): Promise<SourceBook | undefined> {
  const works = [...(await worksIn(root)), ...(await worksOfMeta(root))];
  const found: Array<readonly [Work, SourceEntry[]]> = [];
  for (const work of works) {
    const entries = await entriesOf(root, work);
    if (entries.length > 0) found.push([work, entries]);
  }
  const own = found.filter(([{ directory }]) => !/^(?:samples?|docs|template)$/.test(directory));
  const [first, ...others] = own.length > 0 ? own : found;
  if (first === undefined) return undefined;
  const [{ directory, from, values }, entries] = first;
  const { file } = await readText(root, from, largest);
  const images = ['web', 'epub', 'print-pdf', 'screen-pdf', '_source'].map((set) =>
    posix.join(directory, 'images', set),
  );
  return {
    program: 'an Electric Book',
    file,
    readFrom: [from],
    values: valuesOf(values, root, directory, config),
    entries,
    dialect: {
      steps: new Set(jekyllSteps),
      imageFolders: ['', directory, ...images, 'assets/images/web'],
      variables: new Map([
        ...siteVariables(config),
        ...metadataOf(values),
        ['site.output', 'epub'],
        ['images', 'images/web'],
      ]),
    },
    ...(others.length > 0 && { works: others.map(([work]) => work.directory) }),
  };
}

async function worksIn(root: string): Promise<Work[]> {
  const entries = await readdir(join(root, '_data/works'), { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const works = await Promise.all(
    folders.toSorted(naturalOrder).map(async (directory) => {
      const from = `_data/works/${directory}/default.yml`;
      const { file, fault } = await readText(root, from, largest);
      return fault === undefined ? [{ directory, from, values: mappingIn(String(file)) }] : [];
    }),
  );
  return works.flat();
}

/** As it was in the first years. */
async function worksOfMeta(root: string): Promise<Work[]> {
  const from = '_data/meta.yml';
  const { file, fault } = await readText(root, from, largest);
  if (fault !== undefined) return [];
  const { works, project } = mappingIn(String(file));
  const list = Array.isArray(works) ? (works as unknown[]) : [];
  return list.flatMap((each) => {
    const values = mapIn(each);
    const directory = wordsIn(values['directory']);
    const language = values['language'] ?? mapIn(project)['language'];
    return directory === undefined ? [] : [{ directory, from, values: { ...values, language } }];
  });
}

/** What `{% include metadata %}` has templates say of the book. */
function metadataOf(values: Values): Array<[string, string]> {
  return [
    'title',
    'subtitle',
    'creator',
    'contributor',
    'publisher',
    'rights',
    'description',
    'date',
  ].flatMap((key): Array<[string, string]> => {
    const said = wordsIn(values[key]);
    return said === undefined ? [] : [[key, said]];
  });
}

function valuesOf(values: Values, root: string, directory: string, config: Values): SourceValues {
  const of = (key: string): string | undefined => wordsIn(values[key]);
  const author =
    of('creator')
      ?.split(/\s*;\s*|\s*,\s*|\s+and\s+/)
      .filter((name) => name !== '') ?? [];
  const [date, isbn] = [of('date'), wordsIn(mapIn(mapIn(values['products'])['epub'])['identifier'])];
  const [subtitle, publisher, description] = [of('subtitle'), of('publisher'), of('description')];
  return {
    title: of('title') ?? (directory === 'book' ? posix.basename(root) : directory),
    ...(subtitle !== undefined && { subtitle }),
    ...(author.length > 0 && { author }),
    language: languageIn(values['language']) ?? languageIn(config['language']) ?? 'en',
    ...(publisher !== undefined && { publisher }),
    ...(date !== undefined && parseDate(date) !== undefined && { date }),
    ...(description !== undefined && { description }),
    ...(isbn !== undefined &&
      /^97[89]\d{10}$/.test(isbn) &&
      isbn !== '9780000000000' && { identifiers: { epub: isbn } }),
  };
}

/** The texts that the e-book lists, or another edition, or all; pages that every book has are left to ours. */
async function entriesOf(root: string, { directory, values }: Work): Promise<SourceEntry[]> {
  const products = mapIn(values['products']);
  const lists = ['epub', 'print-pdf', 'screen-pdf', 'web', 'app'].flatMap((name) => {
    const { files } = mapIn(products[name]);
    return Array.isArray(files) ? [files as unknown[]] : [];
  });
  const longestList = lists.toSorted((a, b) => b.length - a.length)[0] ?? [];
  const all = await namesIn(root, directory);
  const listed = longestList.flatMap((item): Array<readonly [name: string, kind?: string]> => {
    if (typeof item === 'string' || typeof item === 'number') return [[fileOf(String(item), all)]];
    return Object.entries(mapIn(item)).map(
      ([name, kind]) => [fileOf(name, all), wordsIn(kind) ?? ''] as const,
    );
  });
  const names =
    listed.length > 0
      ? listed
      : all.filter((name) => !/^index\.md$/.test(name.replace(/^text\//, ''))).map((name) => [name] as const);
  const entries: SourceEntry[] = [];
  for (const [name, kind = ''] of names) {
    const path = posix.join(directory, name);
    const { file, fault } = await readText(root, path, longest);
    if (fault !== undefined || isOfEveryBook(String(file), kind)) continue;
    const role = roleOf(name, kind);
    entries.push({ path, ...(role !== undefined && { role }) });
  }
  return entries;
}

/** The texts of a work, relative to its folder. */
async function namesIn(root: string, directory: string): Promise<string[]> {
  const [top, below] = await Promise.all(
    [directory, `${directory}/text`].map(async (folder) =>
      readdir(join(root, folder)).catch((): string[] => []),
    ),
  );
  return [
    ...markdownNames(top ?? []).toSorted(naturalOrder),
    ...markdownNames(below ?? [])
      .toSorted(naturalOrder)
      .map((name) => `text/${name}`),
  ];
}

/** Lists have names without endings, `1` where YAML read `01`. */
function fileOf(stem: string, all: ReadonlyArray<string>): string {
  return (
    all.find((name) => posix.basename(name, '.md') === stem) ??
    all.find(
      (name) =>
        /^\d+$/.test(stem) && posix.basename(name, '.md').replace(/^0+/, '') === stem.replace(/^0+/, ''),
    ) ??
    `${stem}.md`
  );
}

/** A cover, a title page, contents: nothing but includes, or said to be one. */
function isOfEveryBook(text: string, kind: string): boolean {
  if (/^(?:cover|title-?page|toc|contents)$/i.test(kind)) return true;
  const words = takeFrontMatter(linesOf(text))
    .lines.map((line) => line.text)
    .join('\n')
    .replace(/\{%[\s\S]*?%\}|\{\{[^}]*\}\}|\{:[^}]*\}|^#+.*$|<[^>]+>/gm, '')
    .trim();
  return words === '' && /\{%-?\s*include\s+(?:cover|toc|title-?page|copyright|half-title)/.test(text);
}

function roleOf(name: string, kind: string): Role | undefined {
  const words = `${name} ${kind}`.toLowerCase();
  return (
    [
      [/dedication/, 'dedication'],
      [/epigraph/, 'epigraph'],
      [/foreword/, 'foreword'],
      [/preface/, 'preface'],
      [/acknowledg/, 'acknowledgments'],
    ] as const
  ).find(([pattern]) => pattern.test(words))?.[1];
}
