import { readdirSync } from 'node:fs';
import { languageData } from '../../src/language/knowledge.ts';
import type { Language } from '../../src/language/language.ts';

const folder = new URL('../../templates/languages/', import.meta.url);

/** Every language with a file, in alphabetical order. */
export const languages: ReadonlyArray<string> = readdirSync(folder)
  .map((name) => name.replace(/\.json$/, ''))
  .toSorted();

/** What the file of a language says. */
export function dataOf(language: string): Language {
  const data = languageData(language);
  if (data === undefined) throw new Error(`${language} has no file`);
  return data;
}

/** The languages in which Colophon has words of its own. */
export const worded: ReadonlyArray<string> = languages.filter(
  (language) => dataOf(language).wording !== null,
);
