import { readdir } from 'node:fs/promises';
import { join, posix, relative, sep } from 'node:path';
import { VFile } from 'vfile';
import { limits } from '../../../book/limits.ts';
import { markdownNames } from '../../files/markdown-path.ts';
import { naturalOrder } from '../../files/natural-order.ts';
import { bookBelow } from '../../files/seen-instead.ts';
import { readText } from '../../files/text-file.ts';
import { frontMatterOf, takeFrontMatter } from '../dialects/front-matter.ts';
import type { SourceCitations } from '../citations-of.ts';
import { linesOf } from '../dialects/lines.ts';
import { headingsIn } from '../headings.ts';
import { languageOfText } from '../language-of-text.ts';
import type { SourceBook, SourceEntry, SourceFolder } from '../source-book.ts';
import { titleOfName } from '../title-of-name.ts';
import { filesIn } from './files-in.ts';
import { plainWords } from './quarto.ts';
import { readSingleFile } from './single-file.ts';
import { stepsShownIn } from './steps-shown-in.ts';

const largest = limits['chapter-size'].most;

/** What lies beside books in repositories and is no text of them. */
const ofRepository =
  /^(?:readme|summary|contributing|contributors|licen[cs]e|copying|changelog|code[-_]of[-_]conduct|security|support|pull_request_template|issue_template|style-?guide|todo|translat\w*|admin_\w+|install|roadmap|news|maintainers|governance|credits|authors|agents|claude)(?:[-_.]\w+)*\.(?:md|markdown)$/i;

const readMe = /^readme\.(?:md|markdown)$/i;

/** Folders that hold no texts of a book. */
const putAway =
  /^(?:\.|_|node_modules$|dist$|build$|out$|drafts?$|archive$|attic$|old$|notes$|research$|templates?$|tests?$|scripts?$|tools?$|ci$|images?$|img$|assets$|figures?$|fonts?$|static$|public$|themes?$|examples?$|code$|translations?$|pages$)/i;

/** What stands before the chapters, and behind them, where names have no numbers. */
const first =
  /^(?:title|cover|half-?title|dedication|epigraph|foreword|preface|prologue|intro(?:duction)?|about(?:-this-book)?|index)$/i;
const last =
  /^(?:conclusion|epilogue|afterword|appendix\w*|app?[a-z]?|glossary|bibliography|references|acknowledge?ments|about-the-authors?|colophon)(?:[-_].*)?$/i;

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
  const [values] = texts.map(({ file }) =>
    frontMatterOf(takeFrontMatter(linesOf(String(file))).values, 'en'),
  );
  const named = await titleOfReadMe(root, names);
  const whole = texts.map(({ file }) => String(file)).join('\n');
  return {
    program: 'a folder of Markdown files',
    file: new VFile({ path: 'book.yaml', value: '' }),
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
      steps: new Set(stepsShownIn(whole)),
      imageFolders: [''],
      ...(whole.includes('[[') && { files: await filesIn(root) }),
    },
    isGuessed: true,
  };
}

/** A folder with one text, which is read as that text is by itself. */
async function oneTextIn(root: string, path: string): Promise<SourceBook> {
  const { isOneText: _, ...book } = await readSingleFile(root, path);
  const { file } = await readText(root, path, largest);
  const isNamed = headingsIn(takeFrontMatter(linesOf(String(file))).lines, 1).length === 0;
  return {
    ...book,
    program: 'a folder of Markdown files',
    file: new VFile({ path: 'book.yaml', value: '' }),
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
  if (top.length > 0) return top.map((path) => ({ path }));
  if (inContent.length > 2 && !inContent.every((path) => path.startsWith('src/')))
    return inContent.map((path) => ({ path }));
  const folders = (await readdir(root, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && !putAway.test(entry.name))
    .map(({ name }) => name)
    .toSorted(folderOrder);
  const found: Array<readonly [folder: string, paths: string[]]> = [];
  for (const folder of folders) {
    const paths = await chaptersBelow(root, folder, 3);
    if (paths.length > 0) found.push([folder, paths]);
  }
  const [only] = found;
  if (only === undefined) {
    // What a repository shows to its visitors may be the whole of its text.
    const paths = markdownNames(names);
    const path = paths.find((name) => readMe.test(name)) ?? paths[0];
    return path === undefined ? [] : [{ path }];
  }
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

async function chaptersBelow(root: string, folder: string, depth: number): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  const files = inOrder(chaptersIn(entries.filter((entry) => entry.isFile()).map(({ name }) => name)));
  const folders = entries.filter((entry) => entry.isDirectory() && !putAway.test(entry.name));
  const below: string[] = [];
  for (const { name } of folders.toSorted((a, b) => folderOrder(a.name, b.name)))
    if (depth > 1) below.push(...(await chaptersBelow(root, `${folder}/${name}`, depth - 1)));
  return [...files.map((name) => `${folder}/${name}`), ...below];
}

function chaptersIn(names: ReadonlyArray<string>): string[] {
  return markdownNames(names).filter((name) => !ofRepository.test(name));
}

/** Natural order, with folders of front matter before others, and of back matter behind them. */
function folderOrder(a: string, b: string): number {
  const rank = (name: string): number =>
    /^front(?:[-_ ]?matter)?$/i.test(name)
      ? -1
      : /^(?:back(?:[-_ ]?matter)?|appendi\w+)$/i.test(name)
        ? 1
        : 0;
  return rank(a) - rank(b) || naturalOrder(a, b);
}

/** Natural order, with what is by its name no chapter before and behind those that are. */
function inOrder(names: ReadonlyArray<string>): string[] {
  const rank = (name: string): number => {
    const stem = name.replace(/\.\w+$/, '');
    return first.test(stem) ? 0 : last.test(stem) ? 2 : 1;
  };
  return [...names].toSorted((a, b) => rank(a) - rank(b) || naturalOrder(a, b));
}
