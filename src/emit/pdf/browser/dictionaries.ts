import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { patternsFor } from '../../../language/hyphenation.ts';
import { replaceFile } from '../../../machine/replace-file.ts';
import { compileHyb } from './hyb.ts';

const require = createRequire(import.meta.url);

/**
 * Makes the folder of the dictionaries, to be called before the browser starts: one that finds none
 * then looks for no dictionary later, and the first book on a machine would be set without hyphens.
 *
 * @param folder the folder of the browser's binary
 */
export async function prepareDictionaries(folder: string): Promise<void> {
  await dropOutdated(join(folder, 'hyphen-data'));
}

/**
 * Puts hyphenation dictionaries where Chrome looks for them: `hyphen-data/` beside its
 * binary. Headless builds ship none, and `hyphens: auto` then does nothing without a word.
 *
 * @param folder the folder of the browser's binary
 * @param languages BCP 47 tags in the book
 */
export async function installDictionaries(folder: string, languages: Iterable<string>): Promise<void> {
  const target = join(folder, 'hyphen-data');
  await dropOutdated(target);
  for (const language of languages) {
    const patterns = patternsFor(language);
    if (patterns === undefined) continue;
    // Chrome maps some tags to a default variant before it looks: en to en-us, de to de-1996.
    const names = new Set([language.toLowerCase(), patterns.name]);
    const missing = [...names]
      .map((name) => join(target, `hyph-${name}.hyb`))
      .filter((file) => !existsSync(file));
    if (missing.length === 0) continue;
    const bytes = compileHyb(patterns.load());
    for (const file of missing) await replaceFile(file, bytes);
  }
}

/** Dictionaries of another version of the patterns would break lines differently. */
async function dropOutdated(target: string): Promise<void> {
  const { version } = require('hyphen/package.json') as { version: string };
  const stamp = join(target, 'version');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === version) return;
  await mkdir(target, { recursive: true });
  for (const file of await readdir(target)) await rm(join(target, file), { recursive: true, force: true });
  await replaceFile(stamp, version);
}
