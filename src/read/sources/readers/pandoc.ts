import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { limits } from '../../../book/limits.ts';
import { markdownNames } from '../../files/markdown-path.ts';
import { readText } from '../../files/text-file.ts';
import { mappingIn, takeFrontMatter, wordsIn } from '../dialects/front-matter.ts';
import { linesOf } from '../dialects/lines.ts';
import { languageOfText } from '../language-of-text.ts';
import type { SourceBook, SourceEntry, SourceFolder } from '../source-book.ts';
import { isMetadataName, metadataNames } from '../names.ts';
import { pandocSteps, valuesOf } from './quarto.ts';
import { plainEntries, tellOfOthers } from './plain-folder.ts';
import { chaptersIn } from './single-file.ts';

const largest = limits['book-yaml-size'].most;
const longest = limits['chapter-size'].most;

/**
 * A book for Pandoc: a file of metadata, and texts in the order of their names, or as a file of defaults lists them.
 *
 * @param folder in which the metadata lie, where they do not at the top
 *
 * @see https://pandoc.org/MANUAL.html#metadata-variables
 */
export async function readPandoc(
  { root, names }: SourceFolder,
  folder = '',
): Promise<SourceBook | undefined> {
  const beside = folder === '' ? names : new Set(await readdir(join(root, folder)));
  const found = [
    ...metadataNames.filter((each) => beside.has(each)),
    ...[...beside].filter(isMetadataName).toSorted(),
  ].map((name) => posix.join(folder, name));
  for (const name of new Set(found)) {
    const { file, fault } = await readText(root, name, largest);
    if (fault !== undefined) continue;
    const text = String(file);
    const front = takeFrontMatter(linesOf(text)).values;
    const values =
      Object.keys(front).length > 0 ? front : mappingIn(text.replace(/^(?:---|\.\.\.)[ \t]*$/gm, ''));
    const metadata = { ...values, ...asMap(values['metadata']) };
    if (metadata['title'] === undefined && values['input-files'] === undefined) continue;
    const listed = values['input-files'];
    const paths = Array.isArray(listed)
      ? listed.flatMap((path) => wordsIn(path) ?? []).filter((path) => /\.(?:md|markdown|txt)$/i.test(path))
      : [];
    const entries = paths.length > 0 ? paths.map((path) => ({ path })) : await plainEntries(root, [...names]);
    if (paths.length === 0) await tellOfOthers(root, entries, file);
    const texts = await Promise.all(
      entries.map(async (entry) => {
        if (entry.path === undefined) return { entry, text: '' };
        return { entry, text: String((await readText(root, entry.path, longest)).file) };
      }),
    );
    return {
      program: 'Pandoc',
      file,
      readFrom: [name],
      values: {
        language: languageOfText(
          texts
            .slice(0, 8)
            .map((each) => each.text)
            .join('\n'),
        ),
        ...valuesOf(metadata, {}, root),
      },
      entries: texts.flatMap(({ entry, text: written }) => dividedInto(entry, written)),
      dialect: { steps: new Set(['cells', ...pandocSteps]), imageFolders: await imageFolders(root) },
    };
  }
  return undefined;
}

/** A text, or each of its chapters: for Pandoc every heading of the first level begins one. */
function dividedInto(entry: SourceEntry, text: string): SourceEntry[] {
  if (entry.path === undefined) return [entry];
  const ranges = chaptersIn(takeFrontMatter(linesOf(text)).lines);
  return ranges.length === 0 ? [entry] : ranges.map((lines) => ({ ...entry, lines }));
}

function asMap(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** Paths count from where Pandoc runs, which may be a folder of texts. */
async function imageFolders(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && !/^[._]|^node_modules$/.test(entry.name));
  const withTexts: string[] = [];
  for (const { name } of folders) {
    const inside = await readdir(join(root, name)).catch((): string[] => []);
    if (markdownNames(inside).length > 0 || /^(?:images?|img|figures?|assets|resources|media)$/i.test(name))
      withTexts.push(name);
  }
  return ['', ...withTexts];
}
