import { expect, test } from 'vitest';
import { storeInWords } from '../../src/cli/store-in-words.ts';
import { readStores, storeNames } from '../../src/read/stores/store.ts';

test('a store in words: every demand with its figure, how grave it is, and the sources', async () => {
  const [google] = await readStores(['google']);
  if (google === undefined) throw new Error('There is no such store');
  const words = storeInWords(google);
  expect(words.split('\n')[0]).toBe('google: Google Play Books');
  expect(words).toContain('coverShorterSide at least 640 (error)');
  expect(words).toContain('epubBytes        at most 2000.0 MB (error)');
  expect(words).toContain('imageSide        at most 3200 (warning, not confirmed)');
  expect(words).toContain('source Google Play Books Partner Center: EPUB files, 2026-11-29, https://');
});

test('no demand is without words', async () => {
  const words = (await readStores(await storeNames())).map(storeInWords).join('');
  expect(words).not.toMatch(/^ {2}\w+ +\(/m);
});
