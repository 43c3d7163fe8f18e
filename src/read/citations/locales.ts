import { readFile, readdir } from 'node:fs/promises';
import type { VFile } from 'vfile';
import { limits } from '../../book/limits.ts';
import { report } from '../../book/messages/messages.ts';
import { primaryLanguage } from '../../language/tag.ts';
import { faultInWords, readText } from '../files/text-file.ts';
import type { CitingBook } from './citations.ts';

const folder = new URL('templates/citations/locales/', import.meta.resolve('colophon/package.json'));
const largest = limits['bibliography-size'].most;

/** The locales of a book. */
export interface ReadLocales {
  /** XML by tag, in lower case. */
  readonly texts: ReadonlyMap<string, string>;
  readonly files: ReadonlyArray<VFile>;
}

/**
 * The locales that a book names, ours of its language and the English one, which is behind all others.
 *
 * @param styleLanguage in which the style is set, where it says so
 */
export async function localesFor(book: CitingBook, styleLanguage?: string): Promise<ReadLocales> {
  const { config, root, language } = book;
  const texts = new Map<string, string>();
  const files: VFile[] = [];
  for (const [index, path] of (config.locale ?? []).entries()) {
    const { file, fault } = await readText(root, path, largest);
    const tag = /<locale\b[^>]*\sxml:lang="([\w-]+)"/.exec(String(file))?.[1]?.toLowerCase();
    if (fault === undefined) files.push(file);
    if (tag !== undefined) texts.set(tag, String(file));
    else {
      const reason =
        fault === undefined || fault === 'conflict'
          ? `"${path}" is no locale of CSL that says its language`
          : `The locale "${path}" ${faultInWords(fault)}`;
      const place = book.places.valueAt(['citations', 'locale', index]);
      report(book.file, 'bibliography-file', reason, place, book.isForeign ? { severity: 'warning' } : {});
    }
  }
  for (const wanted of [language, styleLanguage ?? 'en', 'en']) await addOurs(wanted, texts);
  const primary = primaryLanguage(language);
  if (![...texts.keys()].some((tag) => primaryLanguage(tag) === primary))
    report(
      book.file,
      'citation-locale',
      `No locale of CSL for "${language}" is at hand, so the words that the style adds are English`,
      book.places.keyAt(['citations']),
    );
  return { texts, files };
}

/** Adds our own locale of a language, unless the book has brought one. */
async function addOurs(language: string, texts: Map<string, string>): Promise<void> {
  const primary = primaryLanguage(language);
  if ([...texts.keys()].some((tag) => primaryLanguage(tag) === primary)) return;
  const kin = (await readdir(folder))
    .map((name) => name.slice(0, -4))
    .filter((tag) => primaryLanguage(tag) === primary)
    .toSorted();
  const tag = kin.find((each) => each.toLowerCase() === language.toLowerCase()) ?? kin.at(-1);
  if (tag !== undefined) texts.set(tag.toLowerCase(), await readFile(new URL(`${tag}.xml`, folder), 'utf8'));
}
