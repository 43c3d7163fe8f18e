import { posix } from 'node:path';
import type { VFile } from 'vfile';
import { limits } from '../../../book/limits.ts';
import { readText, type TextFile } from '../../files/text-file.ts';
import { languageIn, mappingIn, namesIn, takeFrontMatter, wordsIn } from '../dialects/front-matter.ts';
import { linesOf } from '../dialects/lines.ts';
import { headingsIn } from '../headings.ts';
import { languageOfText } from '../language-of-text.ts';
import type { SourceBook, SourceEntry, SourceFolder } from '../source-book.ts';
import { readSummary } from '../read-summary.ts';
import { entriesOfSummary } from '../summary.ts';
import { titleOfName } from '../title-of-name.ts';

const largest = limits['book-yaml-size'].most;
const longest = limits['chapter-size'].most;

/**
 * A book of HonKit or GitBook: book.json says what it is, SUMMARY.md what it holds, LANGS.md in which languages there
 * is one, of which the first is read.
 *
 * @see https://honkit.netlify.app/structure
 */
export async function readHonkit({ root, names }: SourceFolder): Promise<SourceBook | undefined> {
  const name = ['book.json', '.gitbook.yaml'].find((each) => names.has(each));
  const config = name === undefined ? undefined : await readText(root, name, largest);
  const values = config === undefined || config.fault !== undefined ? {} : mappingIn(String(config.file));
  const structure = mapIn(values['structure']);
  const home = folderOf(wordsIn(values['root']) ?? '');
  const languages = await languagesIn(root, home);
  const folder = languages[0]?.folder ?? home;
  const path = posix.join(folder, wordsIn(structure['summary']) ?? 'SUMMARY.md');
  const summary = await readSummary(root, path);
  if (summary.fault !== undefined && summary.fault !== 'too-large') return undefined;
  const entries = withReadMe(
    entriesOfSummary(String(summary.file), { folder, parts: 'below', hasUnnumbered: false }),
    wordsIn(structure['readme']),
    folder,
  );
  const texts = await Promise.all(
    entries
      .slice(0, 8)
      .flatMap((entry) => (entry.path === undefined ? [] : [readText(root, entry.path, longest)])),
  );
  const text = texts.map(({ file }) => String(file)).join('\n');
  const author = namesIn(values['author']);
  const description = wordsIn(values['description']);
  return {
    program: 'HonKit or GitBook',
    file: toldAt(config, summary),
    readFrom: [
      ...(name === undefined ? [] : [name]),
      ...(languages.length > 0 ? [posix.join(home, 'LANGS.md')] : []),
      path,
    ],
    values: {
      title: wordsIn(values['title']) ?? (await titleOfReadMe(root, folder)) ?? titleOfName(root),
      ...(author.length > 0 && { author }),
      ...(description !== undefined && { description }),
      language: languageIn(values['language']) ?? languages[0]?.language ?? languageOfText(text),
    },
    entries,
    dialect: {
      steps: new Set([
        'templates',
        'code-imports',
        'macros',
        'mathjax',
        'formulas',
        'emoji',
        'site-links',
        'images',
        'div-fences',
      ]),
      variables: variablesOf(mapIn(values['variables']), 'book'),
      imageFolders: [folder, ''],
    },
    ...(languages.length > 1 && {
      others: languages.slice(1).map((each) => each.folder),
    }),
  };
}

function mapIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function folderOf(written: string): string {
  const folder = posix
    .normalize(written)
    .replace(/^\.?\//, '')
    .replace(/\/$/, '');
  return folder === '.' ? '' : folder;
}

/** The languages that there is a book in, with the folder of each. */
async function languagesIn(
  root: string,
  home: string,
): Promise<Array<{ readonly folder: string; readonly language?: string }>> {
  const { file, fault } = await readText(root, posix.join(home, 'LANGS.md'), limits['summary-size'].most);
  if (fault !== undefined) return [];
  return [...String(file).matchAll(/\]\(<?\.?\/?([^)>\s]{1,500}?)\/?>?\)/g)].map(([, path = '']) => {
    const language = languageIn(posix.basename(path));
    return { folder: posix.join(home, path), ...(language !== undefined && { language }) };
  });
}

/** The first page, where it is another than a read-me and is not listed. */
function withReadMe(
  entries: ReadonlyArray<SourceEntry>,
  name: string | undefined,
  folder: string,
): SourceEntry[] {
  const path = name === undefined ? undefined : posix.join(folder, name);
  if (path === undefined || /(?:^|\/)readme\.md$/i.test(path) || entries.some((entry) => entry.path === path))
    return [...entries];
  return [{ path, numbered: false }, ...entries];
}

async function titleOfReadMe(root: string, folder: string): Promise<string | undefined> {
  const { file } = await readText(root, posix.join(folder, 'README.md'), longest);
  return headingsIn(takeFrontMatter(linesOf(String(file))).lines, 1)[0]?.title;
}

function variablesOf(values: Readonly<Record<string, unknown>>, path: string): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(values).flatMap(([key, value]): Array<[string, string]> => {
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return [...variablesOf(value as Record<string, unknown>, `${path}.${key}`)];
      return typeof value === 'string' || typeof value === 'number'
        ? [[`${path}.${key}`, String(value)]]
        : [];
    }),
  );
}

/** The file that stands for the book: its configuration, unless there is something to tell of the summary. */
function toldAt(config: TextFile | undefined, summary: TextFile): VFile {
  return config?.fault === undefined && config !== undefined && summary.fault === undefined
    ? config.file
    : summary.file;
}
