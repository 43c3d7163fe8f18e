import { posix } from 'node:path';
import type { VFile } from 'vfile';
import { limits } from '../../../book/limits.ts';
import { report } from '../../../book/messages/messages.ts';
import { readText } from '../../files/text-file.ts';
import { languageIn, mappingIn, takeFrontMatter, wordsIn } from '../dialects/front-matter.ts';
import { linesOf } from '../dialects/lines.ts';
import { headingsIn } from '../headings.ts';
import { exportedLiteral, modulesAskedFor } from '../js-literal.ts';
import { languageOfText } from '../language-of-text.ts';
import { vivliostyleNames } from '../names.ts';
import type { SourceBook, SourceEntry, SourceFolder } from '../source-book.ts';
import { titleOfName } from '../title-of-name.ts';

const largest = limits['book-yaml-size'].most;
const longest = limits['chapter-size'].most;

/**
 * A book of Vivliostyle CLI, whose configuration is read and not run.
 *
 * @see https://docs.vivliostyle.org/#/en/vivliostyle-cli
 */
export async function readVivliostyle({ root, names }: SourceFolder): Promise<SourceBook | undefined> {
  const name = vivliostyleNames.find((each) => names.has(each));
  if (name === undefined) return undefined;
  const { file, fault } = await readText(root, name, largest);
  if (fault !== undefined) return undefined;
  const source = String(file);
  const exported = name.endsWith('.json') ? mappingIn(source) : await exportedBy(root, '', source, 0);
  const config = mapIn(Array.isArray(exported) ? exported[0] : exported);
  const folder = posix.normalize(wordsIn(config['entryContext']) ?? '.').replace(/^\.\/?/, '');
  const entry: unknown[] = Array.isArray(config['entry']) ? config['entry'] : [config['entry']];
  const entries = await withoutContents(
    root,
    file,
    entry.flatMap((each) => entryOf(each, folder)),
  );
  reportPages(file, entry.map(pathOf).filter(isPage), entries.length === 0);
  if (entries.length > 0 && entry.includes(undefined)) reportComputed(file);
  const texts = await Promise.all(
    entries.slice(0, 8).flatMap(({ path }) => (path === undefined ? [] : [readText(root, path, longest)])),
  );
  const [first = ''] = texts.map((each) => String(each.file));
  const front = takeFrontMatter(linesOf(first)).values;
  const author = wordsIn(config['author'] ?? front['author'])
    ?.replace(/[ \t]*<[^>]*>/g, '')
    .trim();
  const title =
    wordsIn(config['title']) ??
    wordsIn(front['title']) ??
    (entries.length === 1 ? headingsIn(linesOf(first), 1)[0]?.title : undefined);
  return {
    program: 'Vivliostyle',
    file,
    readFrom: [name],
    values: {
      title: title ?? titleOfName(root),
      ...(author !== undefined && author !== '' && { author: [author] }),
      language:
        languageIn(config['language']) ?? languageOfText(texts.map((each) => String(each.file)).join('\n')),
    },
    entries,
    dialect: {
      steps: new Set(['code-titles', 'pandoc-figures', 'images', 'div-fences']),
      imageFolders: [folder, ''],
    },
  };
}

/** Modules may ask for each other. */
const deepest = 3;

/** What a module exports, with the lists that it takes from files beside it. */
async function exportedBy(root: string, folder: string, source: string, depth: number): Promise<unknown> {
  const modules = new Map<string, unknown>();
  for (const asked of depth > deepest ? [] : modulesAskedFor(source)) {
    const path = posix.normalize(posix.join(folder, asked));
    for (const each of [path, `${path}.js`, `${path}.cjs`, `${path}.mjs`, `${path}.json`]) {
      const { file, fault } = await readText(root, each, largest);
      if (fault !== undefined) continue;
      const text = String(file);
      const isData = each.endsWith('.json');
      const value = isData ? mappingIn(text) : await exportedBy(root, posix.dirname(each), text, depth + 1);
      modules.set(asked, value);
      break;
    }
  }
  return exportedLiteral(source.replace(/ as const\b/g, ''), modules);
}

/** Tells of texts that are listed by what would have to be run. */
function reportComputed(file: VFile): void {
  const reason = 'Texts that the configuration computes are left out: nothing of it is run';
  const hint =
    'Write the list of texts out, or list under contents: in a book.yaml all that belongs to the book.';
  report(file, 'source-unread', reason, undefined, { hint });
}

/** The texts without that which lists them all, of which it tells: contents are made. */
async function withoutContents(
  root: string,
  file: VFile,
  entries: ReadonlyArray<SourceEntry>,
): Promise<ReadonlyArray<SourceEntry>> {
  for (const entry of entries) {
    const { path = '' } = entry;
    if (!/(?:^|\/)(?:index|contents?|mokuji)\.md$/i.test(path)) continue;
    const text = await readText(root, path, longest);
    if (!/\srole=["']?doc-toc\b/.test(String(text.file))) continue;
    const reason = `The text ${path} lists the contents, which are made, and is left out`;
    const hint = 'What else it holds, write into another text.';
    report(file, 'source-unread', reason, undefined, { hint });
    return entries.filter((each) => each !== entry);
  }
  return entries;
}

function mapIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function pathOf(entry: unknown): string | undefined {
  return wordsIn(typeof entry === 'string' ? entry : mapIn(entry)['path']);
}

/** Whether it is a page of the book in HTML, and not one that Vivliostyle makes. */
function isPage(path: string | undefined): path is string {
  return path !== undefined && /(?<!(?:^|\/)(?:toc|cover|index))\.x?html?$/i.test(path);
}

/** Tells of the pages that are listed and left out: of all that is listed there is no book. */
function reportPages(file: VFile, pages: ReadonlyArray<string>, areAll: boolean): void {
  const [first] = pages;
  if (first === undefined) return;
  const at = Math.max(0, String(file).indexOf(first));
  const before = String(file).slice(0, at).split('\n');
  const point = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  const reason =
    pages.length === 1
      ? `The page ${first} is written in HTML and is left out`
      : `${pages.length} pages are written in HTML and are left out, ${first} among them`;
  const hint = `Texts are read in Markdown. \`colophon init NEW --from ${first}\` makes Markdown of a page.`;
  report(file, 'source-unread', reason, point, { hint, ...(areAll && { severity: 'error' as const }) });
}

/** A text that is listed by its path, or with a title; pages in HTML and those that are made are none. */
function entryOf(entry: unknown, folder: string): SourceEntry[] {
  const { title, rel } = mapIn(entry);
  const path = pathOf(entry);
  if (
    path === undefined ||
    rel === 'contents' ||
    rel === 'cover' ||
    /(?:^|\/)toc\.md$/.test(path) ||
    !/\.(?:md|markdown)$/i.test(path)
  )
    return [];
  const words = wordsIn(title);
  // Vivliostyle numbers no chapters: their titles say it where they have numbers.
  return [
    {
      path: posix.normalize(posix.join(folder, path)),
      numbered: false,
      ...(words !== undefined && { title: words }),
    },
  ];
}
