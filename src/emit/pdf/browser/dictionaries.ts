import { readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { patternsFor } from '../../../language/hyphenation.ts';
import { hasOwnHyphenation } from '../../../language/own-locales.ts';
import { makeFolder } from '../../../machine/make-folder.ts';
import { replaceFile } from '../../../machine/replace-file.ts';
import { compileHyb } from './hyb.ts';

const require = createRequire(import.meta.url);

/**
 * The folder with the dictionaries of a browser that serve the book at hand: they are for all books, and know what
 * Colophon does. Undefined where words carry their break points themselves.
 *
 * @param dictionaries the folder of the browser's binary, if its dictionaries are ours
 */
export function dictionariesFor(dictionaries: string | undefined): string | undefined {
  return hasOwnHyphenation() ? undefined : dictionaries;
}

/**
 * Makes the folder of the dictionaries, to be called before the browser starts: one that finds none
 * then looks for no dictionary later, and the first book on a machine would be set without hyphens.
 *
 * @param folder the folder of the browser's binary
 */
export async function prepareDictionaries(folder: string): Promise<void> {
  await makeFolder(join(folder, 'hyphen-data'));
}

/**
 * Puts hyphenation dictionaries where Chrome looks for them: `hyphen-data/` beside its
 * binary. Headless builds ship none, and `hyphens: auto` then does nothing without a word.
 *
 * Several builds may do so at once: each writes whole files, and none takes away what another needs.
 *
 * @param folder the folder of the browser's binary
 * @param languages BCP 47 tags in the book
 */
export async function installDictionaries(folder: string, languages: Iterable<string>): Promise<void> {
  const target = join(folder, 'hyphen-data');
  await makeFolder(target);
  for (const language of languages) {
    const patterns = patternsFor(language);
    // Chrome maps some tags to a default variant before it looks: en to en-us, de to de-1996.
    const names = new Set([language.toLowerCase(), ...(patterns === undefined ? [] : [patterns.name])]);
    const outdated: string[] = [];
    for (const name of names) {
      const file = join(target, `hyph-${name}.hyb`);
      if (!(await isOfThisVersion(file))) outdated.push(file);
    }
    if (outdated.length === 0) continue;
    const bytes = patterns === undefined ? undefined : compileHyb(patterns.load());
    for (const file of outdated) {
      if (bytes === undefined) await rm(file, { force: true });
      else await replaceFile(file, bytes);
      await replaceFile(stampOf(file), version());
    }
  }
}

/** Whether a dictionary is of these patterns: those of another version would break lines differently. */
async function isOfThisVersion(file: string): Promise<boolean> {
  return (await readFile(stampOf(file), 'utf8').catch(() => '')) === version();
}

/** Says of which version of the patterns a dictionary is; it is written after it. */
function stampOf(file: string): string {
  return `${file}.version`;
}

function version(): string {
  return (require('hyphen/package.json') as { version: string }).version;
}
