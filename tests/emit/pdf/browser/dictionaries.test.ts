import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compileHyb } from '../../../../src/emit/pdf/browser/hyb.ts';
import { installDictionaries } from '../../../../src/emit/pdf/browser/dictionaries.ts';
import { patternsFor } from '../../../../src/language/hyphenation.ts';

describe('installDictionaries', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'colophon-dictionaries-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const dictionaries = async (): Promise<string[]> =>
    (await readdir(join(folder, 'hyphen-data'))).filter((name) => !name.endsWith('.version')).toSorted();

  test('writes a dictionary under the tag and under the name of its patterns', async () => {
    await installDictionaries(folder, ['en', 'de-AT', 'uk', 'ja']);
    expect(await dictionaries()).toEqual([
      'hyph-de-1996.hyb',
      'hyph-de-at.hyb',
      'hyph-en-us.hyb',
      'hyph-en.hyb',
      'hyph-uk.hyb',
    ]);
    const written = await readFile(join(folder, 'hyphen-data', 'hyph-uk.hyb'));
    const compiled = compileHyb(patternsFor('uk')?.load() ?? [[], {}]);
    expect(Buffer.compare(written, Buffer.from(compiled))).toBe(0);
  });

  test('writes each once, whatever is added later', async () => {
    await installDictionaries(folder, ['uk']);
    const file = join(folder, 'hyphen-data', 'hyph-uk.hyb');
    await utimes(file, 1, 1);
    await installDictionaries(folder, ['fr', 'uk']);
    expect((await stat(file)).mtimeMs).toBe(1000);
    expect(await dictionaries()).toEqual(['hyph-fr.hyb', 'hyph-uk.hyb']);
  });

  test('writes those anew that were made from another version of the patterns', async () => {
    const { version } = createRequire(import.meta.url)('hyphen/package.json') as { version: string };
    await installDictionaries(folder, ['uk']);
    const file = join(folder, 'hyphen-data', 'hyph-uk.hyb');
    const bytes = await readFile(file);
    await writeFile(file, 'old');
    await writeFile(`${file}.version`, '0.0.1');
    await installDictionaries(folder, ['uk']);
    expect(await readFile(file)).toEqual(bytes);
    expect(await readFile(`${file}.version`, 'utf8')).toBe(version);
  });

  test('removes one for which there are no patterns any more', async () => {
    await installDictionaries(folder, []);
    await writeFile(join(folder, 'hyphen-data', 'hyph-ja.hyb'), 'old');
    await installDictionaries(folder, ['ja']);
    expect(await dictionaries()).toEqual([]);
  });

  test('takes away nothing that another build has just put there', async () => {
    await installDictionaries(folder, []);
    await writeFile(join(folder, 'hyphen-data', 'hyph-fr.hyb'), 'of another build');
    await installDictionaries(folder, ['uk']);
    expect(await dictionaries()).toEqual(['hyph-fr.hyb', 'hyph-uk.hyb']);
  });
});
