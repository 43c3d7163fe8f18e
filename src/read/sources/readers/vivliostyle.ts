import { posix } from 'node:path';
import { limits } from '../../../book/limits.ts';
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

/** A text that is listed by its path, or with a title; pages in HTML and those that are made are none. */
function entryOf(entry: unknown, folder: string): SourceEntry[] {
  const { path: stated, title, rel } = mapIn(entry);
  const path = wordsIn(typeof entry === 'string' ? entry : stated);
  if (
    path === undefined ||
    rel === 'contents' ||
    rel === 'cover' ||
    /(?:^|\/)toc\.md$/.test(path) ||
    !/\.(?:md|markdown)$/i.test(path)
  )
    return [];
  const words = wordsIn(title);
  return [{ path: posix.normalize(posix.join(folder, path)), ...(words !== undefined && { title: words }) }];
}
