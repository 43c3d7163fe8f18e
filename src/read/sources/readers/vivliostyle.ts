import { posix } from 'node:path';
import type { VFile } from 'vfile';
import { limits } from '../../../book/limits.ts';
import { report } from '../../../book/messages/messages.ts';
import { readText } from '../../files/text-file.ts';
import { languageIn, mappingIn, takeFrontMatter, wordsIn } from '../dialects/front-matter.ts';
import { linesOf } from '../dialects/lines.ts';
import { headingsIn } from '../headings.ts';
import { exportedLiteral } from '../js-literal.ts';
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
  const exported = name.endsWith('.json')
    ? mappingIn(source)
    : exportedLiteral(source.replace(/ as const\b/g, ''));
  const config = mapIn(Array.isArray(exported) ? exported[0] : exported);
  const folder = posix.normalize(wordsIn(config['entryContext']) ?? '.').replace(/^\.\/?/, '');
  const entry: unknown[] = Array.isArray(config['entry']) ? config['entry'] : [config['entry']];
  const entries = entry.flatMap((each) => entryOf(each, folder));
  reportPages(file, entry.map(pathOf).filter(isPage), entries.length === 0);
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
