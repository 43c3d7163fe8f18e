import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { limits } from '../../../book/limits.ts';
import { readText } from '../../files/text-file.ts';
import { mappingIn, takeFrontMatter, wordsIn } from '../dialects/front-matter.ts';
import { linesOf } from '../dialects/lines.ts';
import { withTildes } from '../dialects/cell-fences.ts';
import { headingsIn } from '../headings.ts';
import { languageOfText } from '../language-of-text.ts';
import type { SourceBook, SourceEntry, SourceFolder } from '../source-book.ts';
import { madeFolders, mapIn, pandocSteps, valuesOf } from './quarto.ts';

const largest = limits['book-yaml-size'].most;
const longest = limits['chapter-size'].most;

/**
 * A book of bookdown: _bookdown.yml, where there is one, says in what order its files stand, the front matter of the
 * first what it is; every heading of the first level begins a chapter.
 *
 * @see https://bookdown.org/yihui/bookdown/usage.html
 */
export async function readBookdown({ root, names }: SourceFolder): Promise<SourceBook | undefined> {
  const name =
    ['_bookdown.yml', '_bookdown.yaml'].find((each) => names.has(each)) ??
    ['index.Rmd', ...[...names].toSorted()].find((each) => names.has(each) && /^[^_].*\.rmd$/i.test(each));
  if (name === undefined) return undefined;
  const { file, fault } = await readText(root, name, largest);
  if (fault !== undefined) return undefined;
  const config = /\.rmd$/i.test(name) ? {} : mappingIn(String(file));
  const paths = await pathsOf(root, [...names], config);
  const texts: string[] = [];
  const entries: SourceEntry[] = [];
  const open: Open = { within: 0, isAppendix: false };
  for (const path of paths) {
    const read = await readText(root, path, longest);
    texts.push(String(read.file));
    entries.push(...chaptersIn(path, String(read.file), open));
  }
  const { values } = takeFrontMatter(linesOf(texts[0] ?? ''));
  const said = valuesOf(values, config, root);
  return {
    program: 'bookdown',
    file,
    readFrom: [...new Set([name, ...paths.slice(0, 1)])],
    values: { language: languageOfText(texts.join('\n').slice(0, 200_000)), ...said },
    entries,
    dialect: {
      steps: new Set(['text-references', 'cells', ...pandocSteps]),
      imageFolders: [''],
      madeFolders: await madeFolders(root),
      ...(texts.some((text) => /opts_chunk\$set\([^)]*\becho\s*=\s*F/.test(text)) && { showsCode: false }),
    },
  };
}

async function pathsOf(
  root: string,
  names: ReadonlyArray<string>,
  config: Readonly<Record<string, unknown>>,
): Promise<string[]> {
  const stated = config['rmd_files'];
  const byFormat = mapIn(stated);
  const listed =
    stated === undefined
      ? undefined
      : Array.isArray(stated)
        ? stated
        : (byFormat['html'] ?? byFormat['latex']);
  if (Array.isArray(listed)) return listed.flatMap((path) => wordsIn(path) ?? []);
  const folders = config['rmd_subdir'];
  const below = Array.isArray(folders) ? folders.flatMap((each) => wordsIn(each) ?? []) : [];
  const inFolders = await Promise.all(
    below.map(async (folder) =>
      (await readdir(join(root, folder)).catch((): string[] => [])).map((each) => `${folder}/${each}`),
    ),
  );
  const isIndex = (path: string): boolean => /^index\.rmd$/i.test(path);
  return [...names, ...inFolders.flat()]
    .filter((path) => /\.rmd$/i.test(path) && !/(?:^|\/)_/.test(path))
    .toSorted((a, b) => Number(isIndex(b)) - Number(isIndex(a)) || (a < b ? -1 : 1));
}

/** What is open where a file begins. */
interface Open {
  within: number;
  isAppendix: boolean;
}

function chaptersIn(path: string, text: string, open: Open): SourceEntry[] {
  const lines = takeFrontMatter(linesOf(text)).lines;
  const headings = headingsIn(withTildes(lines), 1);
  const entries: SourceEntry[] = [];
  const isChapter = (title: string): boolean => !/^\((?:PART|APPENDIX)(?:\\?\*)?\)/.test(title);
  let from = 1;
  for (const [index, { title }] of headings.entries()) {
    const [, kind, star, words = ''] = /^\((PART|APPENDIX)(\\?\*)?\)[ \t]*(.*)$/.exec(title) ?? [];
    const next = headings[index + 1]?.index ?? lines.length;
    if (kind !== undefined) {
      open.within = kind === 'PART' ? 1 : 0;
      open.isAppendix = kind === 'APPENDIX';
      if (kind === 'PART') entries.push({ part: words, ...(star !== undefined && { numbered: false }) });
      from = (headings[index]?.index ?? 0) + 2;
      continue;
    }
    const isFirst = !headings.slice(0, index).some((each) => isChapter(each.title));
    entries.push({
      path,
      lines: [isFirst ? from : (headings[index]?.index ?? 0) + 1, next],
      ...(open.within > 0 && { within: open.within }),
      ...(open.isAppendix && { role: 'appendix' as const }),
    });
  }
  const isEmpty = shown(lines.map((line) => line.text).join('\n')).trim() === '';
  return headings.length > 0 || isEmpty
    ? entries
    : [{ path, lines: [1, lines.length], ...(open.within > 0 && { within: open.within }) }];
}

/** A text without comments and without code that is run and shows nothing. */
function shown(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^```+\{[^}\n]*\binclude[ \t]*=[ \t]*F(?:ALSE)?\b[^\n]*\n[\s\S]*?^```+[ \t]*$/gm, '');
}
