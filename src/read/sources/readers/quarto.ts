import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Role } from '../../../book/roles.ts';
import { limits } from '../../../book/limits.ts';
import { naturalOrder } from '../../files/natural-order.ts';
import { parseDate } from '../../book-yaml/fields.ts';
import { readText } from '../../files/text-file.ts';
import { languageIn, mappingIn, namesIn, wordsIn } from '../dialects/front-matter.ts';
import { citationsOf } from '../citations-of.ts';
import type { Dialect, StepName } from '../dialects/dialect.ts';
import type { SourceBook, SourceEntry, SourceFolder, SourceValues } from '../source-book.ts';
import { titleOfName } from '../title-of-name.ts';

const largest = limits['book-yaml-size'].most;

/** How texts for Pandoc and its kin are written. */
export const pandocSteps: ReadonlyArray<StepName> = [
  'macros',
  'spaced-formulas',
  'raw-blocks',
  'divs',
  'formulas',
  'html-divs',
  'example-lists',
  'simple-tables',
  'line-blocks',
  'table-captions',
  'pandoc-figures',
  'references',
  'spans',
  'site-links',
  'images',
  'div-fences',
];

/**
 * A book of Quarto: _quarto.yml says what it is and what it holds.
 *
 * @see https://quarto.org/docs/books/
 */
export async function readQuarto({ root, names }: SourceFolder): Promise<SourceBook | undefined> {
  const name = ['_quarto.yml', '_quarto.yaml'].find((each) => names.has(each));
  if (name === undefined) return undefined;
  const { file, fault } = await readText(root, name, largest);
  if (fault !== undefined) return undefined;
  const config = mappingIn(String(file));
  const book = mapIn(config['book']);
  const listed = Array.isArray(book['chapters']) ? entriesOf(book['chapters'], 0) : [];
  const appendices = Array.isArray(book['appendices']) ? entriesOf(book['appendices'], 0, 'appendix') : [];
  const entries = listed.length > 0 ? [...listed, ...appendices] : await filesIn([...names]);
  return {
    program: 'Quarto',
    file,
    readFrom: [name],
    values: valuesOf(book, config, root),
    entries,
    dialect: await dialectOf(root, config),
  };
}

async function dialectOf(root: string, config: Readonly<Record<string, unknown>>): Promise<Dialect> {
  const variables = new Map<string, string>();
  const { file } = await readText(root, '_variables.yml', largest);
  enter(variables, 'var', mappingIn(String(file)));
  enter(variables, 'meta', config);
  const echo = mapIn(config['execute'])['echo'];
  return {
    steps: new Set(['shortcodes', 'cells', ...pandocSteps]),
    variables,
    imageFolders: [''],
    ...(echo === false && { showsCode: false }),
  };
}

function enter(
  variables: Map<string, string>,
  path: string,
  values: Readonly<Record<string, unknown>>,
): void {
  for (const [key, value] of Object.entries(values)) {
    const words = wordsIn(value);
    if (words !== undefined) variables.set(`${path}.${key}`, words);
    else if (typeof value === 'object' && value !== null && !Array.isArray(value))
      enter(variables, `${path}.${key}`, value as Record<string, unknown>);
  }
}

/** A mapping, or an empty one. */
export function mapIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

const text = /\.(?:qmd|rmd|md|markdown|ipynb)$/i;

function entriesOf(items: ReadonlyArray<unknown>, within: number, role?: Role): SourceEntry[] {
  const place = { ...(within > 0 && { within }), ...(role !== undefined && { role }) };
  return items.flatMap((item): SourceEntry[] => {
    if (typeof item === 'string')
      return text.test(item) ? [{ path: item.replace(/^\.?\//, ''), ...place }] : [];
    const { part, chapters, file, href, text: title } = mapIn(item);
    const path = wordsIn(file) ?? wordsIn(href);
    const below = Array.isArray(chapters) ? entriesOf(chapters, within + 1, role) : [];
    const name = wordsIn(part);
    if (name !== undefined && text.test(name)) return [{ path: name, ...place, role: 'part' }, ...below];
    if (name !== undefined) return [{ part: name, ...(within > 0 && { within }) }, ...below];
    if (path === undefined || !text.test(path)) return below;
    const words = wordsIn(title);
    return [{ path, ...(words !== undefined && { title: words }), ...place }, ...below];
  });
}

/** The texts at the top, index first. */
async function filesIn(names: ReadonlyArray<string>): Promise<SourceEntry[]> {
  return names
    .filter((name) => /\.(?:qmd|rmd|ipynb)$/i.test(name) && !name.startsWith('_'))
    .toSorted((a, b) => Number(!/^index\./i.test(a)) - Number(!/^index\./i.test(b)) || naturalOrder(a, b))
    .map((path) => ({ path }));
}

/** What Quarto, bookdown and Pandoc call what a book is. */
export function valuesOf(
  book: Readonly<Record<string, unknown>>,
  config: Readonly<Record<string, unknown>>,
  root: string,
): SourceValues {
  const of = (...keys: string[]): unknown =>
    keys.map((key) => book[key] ?? config[key]).find((each) => each !== undefined);
  const subtitle = wordsIn(of('subtitle'));
  const author = namesIn(of('author', 'authors', 'creator')).flatMap((each) => plainName(each));
  const language = languageIn(of('lang', 'language'));
  const description = wordsIn(of('description', 'abstract'));
  const publisher = wordsIn(of('publisher'));
  const date = dateIn(of('date'));
  const citations = citationsOf(book, config);
  return {
    title: plainWords(titleIn(of('title'))) ?? titleOfName(root),
    ...(subtitle !== undefined && { subtitle: plainWords(subtitle) ?? subtitle }),
    ...(author.length > 0 && { author }),
    ...(language !== undefined && { language }),
    ...(description !== undefined && { description }),
    ...(publisher !== undefined && { publisher }),
    ...(date !== undefined && { date }),
    ...(citations !== undefined && { citations }),
  };
}

/** A title, also one of several that are told apart by their kind (Pandoc). */
function titleIn(value: unknown): string | undefined {
  const list = Array.isArray(value) ? value : [value];
  const main = list.find((each) => mapIn(each)['type'] === 'main') ?? list[0];
  return wordsIn(main) ?? wordsIn(mapIn(main)['text']);
}

/** Words without marks of Markdown, HTML and R. */
export function plainWords(words: string | undefined): string | undefined {
  const plain = words
    ?.replace(/<[^>]+>/g, ' ')
    .replace(/`r [^`]*`/g, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\^\[[^\]]*\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain === '' ? undefined : plain;
}

function plainName(name: string): string[] {
  const plain = plainWords(name);
  return plain === undefined ? [] : plain.split(/\s*;\s*|\s+and\s+(?=\p{Lu})/u).filter((each) => each !== '');
}

/** A date that book.yaml takes; others, and those that a program would reckon, are none. */
/** A date that we can read, as it is typed. */
export function dateIn(value: unknown): string | undefined {
  const words = wordsIn(value);
  if (words === undefined) return undefined;
  const date = parseDate(words);
  return date === undefined ? undefined : words;
}

/** The folders of a book in which knitr leaves pictures. */
export async function madeFolders(root: string): Promise<string[]> {
  const found: string[] = [];
  for (const folder of ['.', '_bookdown_files', 'docs', '_book', 'docs/_bookdown_files']) {
    const names = await readdir(join(root, folder)).catch((): string[] => []);
    for (const name of names)
      if (name.endsWith('_files'))
        found.push(join(folder, name, 'figure-html'), join(folder, name, 'figure-latex'));
  }
  return found.toSorted();
}
