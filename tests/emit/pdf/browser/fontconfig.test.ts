import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fontconfigFile } from '../../../../src/emit/pdf/browser/fontconfig.ts';

test('names folders with fonts, the letters first and signs of formulas behind', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'colophon-fonts-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const text = await readFile(await fontconfigFile(folder, '/cache & more'), 'utf8');
  const folders = [...text.matchAll(/<dir>(.*?)<\/dir>/g)].map(([, path = '']) => path);
  const files = await Promise.all(folders.map((each) => readdir(each)));
  expect(files.flat().filter((name) => /\.[ot]tf$/.test(name))).toEqual([
    'SourceSans3_400Regular.ttf',
    // Bold letters that Chrome makes itself are Type 3 fonts.
    'SourceSans3_400Regular_Italic.ttf',
    'SourceSans3_700Bold.ttf',
    'SourceSans3_700Bold_Italic.ttf',
    'NotoSansMath_400Regular.ttf',
  ]);
  expect(text).toContain('<cachedir>/cache &amp; more</cachedir>');
});
