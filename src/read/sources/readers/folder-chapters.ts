import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { markdownNames } from '../../files/markdown-path.ts';
import { naturalOrder } from '../../files/natural-order.ts';
import { isOfRepository } from '../names.ts';

/** Folders that hold no texts of a book. */
const putAway =
  /^(?:\.|_|node_modules$|dist$|build$|out$|drafts?$|archive$|attic$|old$|notes$|research$|templates?$|tests?$|scripts?$|tools?$|ci$|images?$|img$|assets$|figures?$|fonts?$|static$|public$|themes?$|examples?$|code$|translations?$|pages$)/i;

/** What stands before the chapters, and behind them, where names have no numbers. */
const first =
  /^(?:title|cover|half-?title|dedication|epigraph|foreword|preface|prologue|intro(?:duction)?|about(?:-this-book)?|index)$/i;
const last =
  /^(?:conclusion|epilogue|afterword|appendix\w*|app?[a-z]?|glossary|bibliography|references|acknowledge?ments|about-the-authors?|colophon)(?:[-_].*)?$/i;

/** The folders below that hold chapters, each with these. */
export async function foldersOfChapters(
  root: string,
): Promise<Array<readonly [folder: string, paths: ReadonlyArray<string>]>> {
  const folders = (await readdir(root, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && !putAway.test(entry.name))
    .map(({ name }) => name)
    .toSorted(folderOrder);
  const found: Array<readonly [folder: string, paths: ReadonlyArray<string>]> = [];
  for (const folder of folders) {
    const paths = await chaptersBelow(root, folder, 3);
    if (paths.length > 0) found.push([folder, paths]);
  }
  return found;
}

type Folder = Awaited<ReturnType<typeof foldersOfChapters>>[number];

/** Of folders that are one book in several languages the one in English, or the first. */
export function oneLanguageOf(folders: ReadonlyArray<Folder>): ReadonlyArray<Folder> {
  const languages = folders.filter(([folder]) => /^[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/.test(folder));
  // Few beside many are what else lies there.
  if (languages.length < 2 || languages.length < 0.9 * folders.length) return folders;
  const one = languages.find(([folder]) => /^en(?:[-_]|$)/.test(folder)) ?? languages[0];
  if (one === undefined) return folders;
  const inside = ([folder, paths]: Folder): string[] => paths.map((path) => path.slice(folder.length));
  const names = new Set(inside(one));
  // A translation may have no more than its beginning.
  const isSame = languages.every((each) => {
    const own = inside(each);
    return own.filter((name) => names.has(name)).length > own.length / 2;
  });
  return isSame ? [one] : folders;
}

/** The chapters in a folder and those below it, in order. */
export async function chaptersBelow(root: string, folder: string, depth: number): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  const files = inOrder(chaptersIn(entries.filter((entry) => entry.isFile()).map(({ name }) => name)));
  const folders = entries.filter((entry) => entry.isDirectory() && !putAway.test(entry.name));
  const below: string[] = [];
  for (const { name } of folders.toSorted((a, b) => folderOrder(a.name, b.name)))
    if (depth > 1) below.push(...(await chaptersBelow(root, `${folder}/${name}`, depth - 1)));
  return [...files.map((name) => `${folder}/${name}`), ...below];
}

/** Names of what is no file of a repository. */
export function chaptersIn(names: ReadonlyArray<string>): string[] {
  return markdownNames(names).filter((name) => !isOfRepository(name));
}

/** Of names those that are by themselves no chapters and stand before these, and those behind; undefined where one is neither. */
export function frontAndBack(
  names: ReadonlyArray<string>,
): { readonly front: string[]; readonly back: string[] } | undefined {
  const stemOf = (name: string): string => name.replace(/\.\w+$/, '');
  const front = names.filter((name) => before.test(stemOf(name)));
  const back = names.filter((name) => !front.includes(name) && last.test(stemOf(name)));
  return front.length + back.length === names.length ? { front, back } : undefined;
}

/** What a thesis has before its chapters: there, thanks stand in front. */
const before =
  /^(?:abstract\w*|abbreviations|acknowledge?ments?|declaration|dedication|epigraph|foreword|preface|prologue|summary|zusammenfassung|danksagung)$/i;

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
export function inOrder(names: ReadonlyArray<string>): string[] {
  const rank = (name: string): number => {
    const stem = name.replace(/\.\w+$/, '');
    return first.test(stem) ? 0 : last.test(stem) ? 2 : 1;
  };
  return [...names].toSorted((a, b) => rank(a) - rank(b) || naturalOrder(a, b));
}
