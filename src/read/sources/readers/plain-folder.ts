import { readdir } from 'node:fs/promises';
import { join, posix, relative, sep } from 'node:path';
import { VFile } from 'vfile';
import { limits } from '../../../book/limits.ts';
import { report } from '../../../book/messages/messages.ts';
import { markdownNames } from '../../files/markdown-path.ts';
import { bookBelow } from '../../files/seen-instead.ts';
import { readText } from '../../files/text-file.ts';
import { frontMatterOf, mappingIn, takeFrontMatter } from '../dialects/front-matter.ts';
import type { SourceCitations } from '../citations-of.ts';
import { linesOf } from '../dialects/lines.ts';
import { headingsIn } from '../headings.ts';
import { languageOfText } from '../language-of-text.ts';
import type { SourceBook, SourceEntry, SourceFolder } from '../source-book.ts';
import { titleOfName } from '../title-of-name.ts';
import { filesIn } from './files-in.ts';
import {
  chaptersBelow,
  chaptersIn,
  foldersOfChapters,
  frontAndBack,
  inOrder,
  oneLanguageOf,
} from './folder-chapters.ts';
import { jekyllSteps, siteVariables } from './jekyll-site.ts';
import { plainWords } from './quarto.ts';
import { readSingleFile } from './single-file.ts';
import { stepsShownIn } from './steps-shown-in.ts';

const largest = limits['chapter-size'].most;

/** What stands at the top of a site and is no chapter. */
const ofSite =
  /^(?:index|home|about|contact|search|404|privacy[-_\w]*|terms[-_\w]*|download)\.(?:md|markdown)$/i;

const readMe = /^readme\.(?:md|markdown)$/i;

/** The Markdown files of a folder, in the order in which they are most likely meant. */
export async function readPlainFolder({ root, names }: SourceFolder): Promise<SourceBook | undefined> {
  if ([...names].some((name) => /^(?:book|colophon)\.ya?ml$/i.test(name))) return undefined;
  if ((await bookBelow(root)) !== undefined) return undefined;
  const entries = names.has('.obsidian')
    ? await allEntries(root, [...names])
    : await plainEntries(root, [...names]);
  const texts = await Promise.all(
    entries.flatMap(({ path }) => (path === undefined ? [] : [readText(root, path, largest)])).slice(0, 12),
  );
  const [only] = entries;
  if (entries.length === 1 && only?.path !== undefined) return oneTextIn(root, only.path);
  if (texts.length === 0) return undefined;
  const main = mainOf(entries, texts);
  if (main !== undefined) return oneTextIn(root, main, entries);
  const [values] = texts.map(({ file }) =>
    frontMatterOf(takeFrontMatter(linesOf(String(file))).values, 'en'),
  );
  const named = await titleOfReadMe(root, names);
  const whole = texts.map(({ file }) => String(file)).join('\n');
  const file = new VFile({ path: 'book.yaml', value: '' });
  await tellOfOthers(root, entries, file);
  // A site of Jekyll without collections.
  const site = names.has('_config.yml')
    ? mappingIn(String((await readText(root, '_config.yml', largest)).file))
    : undefined;
  return {
    program: 'a folder of Markdown files',
    file,
    readFrom: [],
    values: {
      title: plainWords(named) ?? titleOfName(root),
      language: values?.language ?? languageOfText(whole),
      ...(await citationsIn(
        root,
        entries.flatMap(({ path }) => path ?? []),
      )),
    },
    entries,
    dialect: {
      steps: new Set([...stepsShownIn(whole), ...(site === undefined ? [] : jekyllSteps)]),
      ...(site !== undefined && { variables: siteVariables(site) }),
      imageFolders: [''],
      ...(whole.includes('[[') && { files: await filesIn(root) }),
    },
    isGuessed: true,
  };
}

/** Says which folders hold texts that are not in the book: those at the top, or in one language, are taken for all of it. */
export async function tellOfOthers(
  root: string,
  entries: ReadonlyArray<SourceEntry>,
  file: VFile,
  besides: ReadonlyArray<string> = [],
): Promise<void> {
  const read = new Set(entries.map(({ path }) => path));
  const others = (await foldersOfChapters(root)).filter(([, paths]) =>
    paths.every((path) => !read.has(path)),
  );
  const count = others.reduce((sum, [, paths]) => sum + paths.length, besides.length);
  if (count === 0) return;
  const places = [...besides, ...others.map(([folder]) => `${folder}/`)].join(', ');
  const reason = `The folder holds more than the book: ${count} text${count === 1 ? '' : 's'} in ${places} ${count === 1 ? 'is' : 'are'} not in it`;
  const hint = 'Build the folder that is the book, or list under contents: in book.yaml what belongs to it.';
  report(file, 'source-unread', reason, undefined, { hint });
}

/** Of a few texts that which is nearly all there is, and has chapters of its own: what lies beside tells of it. */
function mainOf(
  entries: ReadonlyArray<SourceEntry>,
  texts: ReadonlyArray<{ readonly file: VFile }>,
): string | undefined {
  if (entries.length !== texts.length) return undefined;
  const lengths = texts.map(({ file }) => String(file).length);
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  const main = lengths.findIndex((length) => length > 0.9 * whole);
  const lines = takeFrontMatter(linesOf(String(texts[main]?.file ?? ''))).lines;
  return headingsIn(lines, 1).length > 2 ? entries[main]?.path : undefined;
}

/** A folder with one text, or with one that is the book, which is read as that text is by itself. */
async function oneTextIn(
  root: string,
  path: string,
  all: ReadonlyArray<SourceEntry> = [],
): Promise<SourceBook> {
  const { isOneText: _, ...book } = await readSingleFile(root, path);
  const { file } = await readText(root, path, largest);
  const guess = new VFile({ path: 'book.yaml', value: '' });
  const besides = all.flatMap((entry) =>
    entry.path === undefined || entry.path === path ? [] : [entry.path],
  );
  await tellOfOthers(root, [{ path }], guess, besides);
  const isNamed =
    readMe.test(path) || headingsIn(takeFrontMatter(linesOf(String(file))).lines, 1).length === 0;
  return {
    ...book,
    program: 'a folder of Markdown files',
    file: guess,
    readFrom: [],
    values: {
      ...(await citationsIn(root, [path])),
      ...book.values,
      // By the folder rather than by the file.
      ...(isNamed && book.values.title === titleOfName(path) && { title: titleOfName(root) }),
    },
    dialect: {
      ...book.dialect,
      imageFolders: [''],
      ...(String(file).includes('[[') && { files: await filesIn(root) }),
    },
  };
}

/** The one bibliography beside texts that cite. */
async function citationsIn(
  root: string,
  paths: ReadonlyArray<string>,
): Promise<{ readonly citations?: SourceCitations }> {
  const found = (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith('.bib'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !/(?:^|\/)(?:\.|node_modules\/)/.test(path) && path.split('/').length < 4);
  const [bibliography, ...others] = found.toSorted();
  if (bibliography === undefined || others.length > 0) return {};
  for (const path of paths) {
    const { file } = await readText(root, path, largest);
    if (/\[-?@\p{L}/u.test(String(file))) return { citations: { bibliography: [bibliography] } };
  }
  return {};
}

/** The heading of the file that tells visitors what the folder is. */
async function titleOfReadMe(root: string, names: ReadonlySet<string>): Promise<string | undefined> {
  const name = [...names].find((each) => readMe.test(each));
  if (name === undefined) return undefined;
  const { file } = await readText(root, name, largest);
  return headingsIn(takeFrontMatter(linesOf(String(file))).lines, 1)[0]?.title;
}

/** The files at the top, else those of the folders below, each a part where there are several. */
export async function plainEntries(root: string, names: ReadonlyArray<string>): Promise<SourceEntry[]> {
  const top = inOrder(chaptersIn(names));
  const inContent = await contentIn(root, names);
  // What lies by itself beside a folder of chapters tells of them.
  if (top.length === 1 && inContent.length > 2) return inContent.map((path) => ({ path }));
  // What is no chapter by its name stands around those of the folder.
  const around = top.length > 0 && inContent.length > 2 ? frontAndBack(top) : undefined;
  if (around !== undefined) {
    const unnumbered = (path: string): SourceEntry => ({ path, numbered: false });
    return [
      ...around.front.map(unnumbered),
      ...inContent.map((path) => ({ path })),
      ...around.back.map(unnumbered),
    ];
  }
  // Of a site, the pages at the top tell of it.
  const isSite = top.length > 0 && top.every((name) => ofSite.test(name)) && inContent.length === 0;
  if (top.length > 0 && !isSite) return top.map((path) => ({ path }));
  if (inContent.length > 2 && !inContent.every((path) => path.startsWith('src/')))
    return inContent.map((path) => ({ path }));
  const found = oneLanguageOf(await foldersOfChapters(root));
  const [only] = found;
  if (only === undefined) {
    if (top.length > 0) return top.map((path) => ({ path }));
    // What a repository shows to its visitors may be the whole of its text.
    const paths = markdownNames(names);
    const path = paths.find((name) => readMe.test(name)) ?? paths[0];
    return path === undefined ? [] : [{ path }];
  }
  const count = found.reduce((sum, [, paths]) => sum + paths.length, 0);
  if (isSite && count < 2 * top.length) return top.map((path) => ({ path }));
  if (found.length === 1) return only[1].map((path) => ({ path }));
  return found.flatMap(([folder, paths]): SourceEntry[] => {
    const [path] = paths;
    if (paths.length === 1 && path !== undefined) return [{ path }];
    return [
      { part: titleOfName(folder), numbered: false },
      ...paths.map((each) => ({ path: each, within: 1 })),
    ];
  });
}

/** The files at the top, and those of the folders below, each a part: a vault is one whole. */
async function allEntries(root: string, names: ReadonlyArray<string>): Promise<SourceEntry[]> {
  const top = inOrder(chaptersIn(names)).map((path): SourceEntry => ({ path }));
  const below = await plainEntries(
    root,
    names.filter((name) => !/\.(?:md|markdown)$/i.test(name)),
  );
  const isParted = below.some(({ path }) => path === undefined);
  const folder = posix.dirname(below[0]?.path ?? '').split('/')[0] ?? '';
  if (top.length === 0 || below.length === 0 || isParted) return [...top, ...below];
  return [
    ...top,
    { part: titleOfName(folder), numbered: false },
    ...below.map((entry): SourceEntry => ({ ...entry, within: 1 })),
  ];
}

/** The chapters in a folder that is called for them. */
async function contentIn(root: string, names: ReadonlyArray<string>): Promise<string[]> {
  const folder = ['content', 'chapters', 'chapter', 'manuscript', 'book', 'text', 'src'].find((name) =>
    names.includes(name),
  );
  return folder === undefined ? [] : chaptersBelow(root, folder, 3);
}
