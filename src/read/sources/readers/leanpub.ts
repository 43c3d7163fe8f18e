import { posix } from 'node:path';
import { limits } from '../../../book/limits.ts';
import { readText } from '../../files/text-file.ts';
import { takeFrontMatter } from '../dialects/front-matter.ts';
import { kindsOf, linesOf, type Line } from '../dialects/lines.ts';
import { headingsIn } from '../headings.ts';
import { languageOfText } from '../language-of-text.ts';
import type { SourceBook, SourceEntry, SourceFolder } from '../source-book.ts';
import { titleOfName } from '../title-of-name.ts';

const largest = limits['book-yaml-size'].most;
const longest = limits['chapter-size'].most;

/**
 * A book of Leanpub: Book.txt lists its files. Its title is known to the shop alone, so that of the read-me is
 * taken, or of the folder.
 *
 * @see https://leanpub.com/help/manual
 */
export async function readLeanpub({ root, names }: SourceFolder): Promise<SourceBook | undefined> {
  const [folder, file] = (await listIn(root, names)) ?? [];
  if (folder === undefined || file === undefined) return undefined;
  const listed = await Promise.all(
    pathsIn(String(file)).map(async (path) => {
      if (isDivision(path)) return { path, text: '' };
      const whole = await whereIs(root, folder, path);
      return { path: whole, text: String((await readText(root, whole, longest)).file) };
    }),
  );
  const texts = listed.map(({ text }) => text);
  const open: Open = { isFront: false, within: 0, hasClosed: texts.some(hasOpenTitle) };
  const entries = listed.flatMap(({ path, text }): SourceEntry[] => {
    if (!isDivision(path)) return chaptersIn(path, text, open);
    open.isFront = path !== 'mainmatter';
    if (path !== 'mainmatter') open.within = 0;
    return [];
  });
  const readMe = await readText(
    root,
    [...names].find((name) => /^readme\.md$/i.test(name)) ?? 'README.md',
    longest,
  );
  const [named] = headingsIn(takeFrontMatter(linesOf(String(readMe.file))).lines, 1);
  return {
    program: 'Leanpub',
    file,
    readFrom: [file.path],
    values: { title: named?.title ?? titleOfName(root), language: languageOfText(texts.join('\n')) },
    entries,
    dialect: {
      steps: new Set([
        'markua-index',
        'markua',
        'code-titles',
        // Some are printed by way of LaTeX.
        ...(/\\index\{/.test(texts.join('\n')) ? (['raw-blocks'] as const) : []),
        'formulas',
        'pandoc-figures',
        'images',
        'div-fences',
      ]),
      imageFolders: ['resources', 'resources/images', 'images', ''].flatMap((each) => [
        posix.join(folder, each),
        each,
      ]),
    },
  };
}

async function listIn(root: string, names: ReadonlySet<string>) {
  for (const folder of names.has('Book.txt') ? ['', 'manuscript'] : ['manuscript']) {
    const { file, fault } = await readText(root, posix.join(folder, 'Book.txt'), largest);
    if (fault === undefined) return [folder, file] as const;
  }
  return undefined;
}

/** The files that Book.txt lists, and the names of divisions of the book. */
function pathsIn(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const plain = line.trim();
    const [, division] = /^\{?(frontmatter|mainmatter|backmatter):?\}?(?:\.txt|\.md)?$/i.exec(plain) ?? [];
    if (division !== undefined) return [division.toLowerCase()];
    return /^(?:[#%].*|[^\p{L}\p{N}]*)$/u.test(plain) ? [] : [plain];
  });
}

/** A listed file lies beside Book.txt, or among the resources. */
async function whereIs(root: string, folder: string, path: string): Promise<string> {
  const beside = posix.normalize(posix.join(folder, path));
  const { fault } = await readText(root, beside, longest);
  return fault === 'missing' ? posix.normalize(posix.join(folder, 'resources', path)) : beside;
}

function isDivision(path: string): boolean {
  return path === 'frontmatter' || path === 'mainmatter' || path === 'backmatter';
}

/** Whether a chapter has no signs behind its title: where all have them, they say nothing. */
function hasOpenTitle(text: string): boolean {
  const lines = linesOf(text);
  return headingsIn(lines, 1).some(({ index }) => !closed.test(lines[index]?.text ?? ''));
}

/** The title of a part in Markua before attributes could say so, with nothing below but chapters: `# Part #`. */
const closed = /^#[ \t]+\S.*[ \t]#[ \t]*$/;

interface Open {
  isFront: boolean;
  within: number;
  /** Whether a sign behind a title makes it that of a part. */
  readonly hasClosed: boolean;
}

/** A file with one chapter or several, and with the parts that begin in it. */
function chaptersIn(path: string, text: string, open: Open): SourceEntry[] {
  const lines = linesOf(text);
  for (const line of lines) {
    const [, division] = /^\{(frontmatter|mainmatter|backmatter)\}[ \t]*$/.exec(line.text) ?? [];
    if (division !== undefined) open.isFront = division !== 'mainmatter';
  }
  const kinds = kindsOf(lines);
  const part = lines.findIndex(
    (line, index) =>
      /^-#[ \t]+\S/.test(line.text) ||
      isPart(lines[index - 1]?.text, line.text) ||
      (open.hasClosed && kinds[index] === 'prose' && closed.test(line.text) && isBare(lines, index)),
  );
  const titles = headingsIn(lines, 1).filter(({ index }) => index !== part);
  const entries: SourceEntry[] = [];
  if (part !== -1) {
    const title = (lines[part]?.text ?? '')
      .replace(/^-?#[ \t]+/, '')
      .replace(/[ \t]*(?:\{[^}]*\}|[ \t]#)[ \t]*$/, '');
    entries.push({ part: title });
    open.within = 1;
    const rest = lines.slice(part + 1);
    if (rest.every((line) => line.text.trim() === '' || /^\{[^}]*\}$/.test(line.text.trim()))) return entries;
  }
  const place = {
    ...(open.within > 0 && { within: open.within }),
    ...(open.isFront && { numbered: false }),
  };
  if (titles.length < 2)
    return [...entries, { path, ...place, ...(part !== -1 && { lines: [part + 2, lines.length] as const }) }];
  const starts = titles.map(({ index }) => (attributesAbove(lines[index - 1]?.text) ? index - 1 : index));
  const begin = Math.max(0, part + 1);
  return [
    ...entries,
    ...starts.map((start, index): SourceEntry => ({
      path,
      lines: [index === 0 ? begin + 1 : start + 1, starts[index + 1] ?? lines.length],
      ...place,
    })),
  ];
}

/** Whether nothing but chapters stands below a title. */
function isBare(lines: ReadonlyArray<Line>, title: number): boolean {
  const below = lines.slice(title + 1).find(({ text }) => !/^\s*(?:\{[^}]*\})?\s*$/.test(text));
  return below === undefined || /^#[ \t]/.test(below.text);
}

function isPart(above: string | undefined, text: string): boolean {
  return (
    /^#[ \t]+\S/.test(text) &&
    (/^\{[^}]*class[=:][ \t]*"?part\b/.test(above ?? '') ||
      /\{[^}]*class[=:][ \t]*"?part\b[^}]*\}[ \t]*$/.test(text))
  );
}

function attributesAbove(text: string | undefined): boolean {
  return /^\{[^}]*\}[ \t]*$/.test(text ?? '');
}
