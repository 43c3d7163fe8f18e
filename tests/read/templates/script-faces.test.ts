import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scriptFaces } from '../../../src/language/scripts.ts';
import type { ScriptUses } from '../../../src/language/script-uses.ts';
import { readScriptFaces, readScriptStyles } from '../../../src/read/templates/script-faces.ts';
import { folderOf } from '../../builders/folder.ts';

const hebrew = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-serif-hebrew/400Regular/NotoSerifHebrew_400Regular.ttf',
);

function uses(script: string, ...languages: string[]): ScriptUses {
  return new Map([[script, { characters: new Set(), languages: new Set(languages) }]]);
}

/** A manuscript below a folder with the package of a script, whose regular face is what is written. */
async function installed(script: string, write: (path: string) => Promise<void>): Promise<string> {
  const root = await folderOf({ 'book/book.yaml': '' });
  const face = scriptFaces()[script];
  const path = join(root, 'node_modules', face?.package ?? '', face?.regular ?? '');
  await mkdir(dirname(path), { recursive: true });
  await write(path);
  return join(root, 'book');
}

describe('readScriptFaces', () => {
  test('finds what comes with Colophon, regular and bold, for the languages that ask', async () => {
    const faces = await readScriptFaces(await folderOf({}), uses('Hebr', 'he', 'yi'));
    expect(faces.map(({ weight, file }) => [weight, file])).toEqual([
      [400, 'NotoSerifHebrew_400Regular.ttf'],
      [700, 'NotoSerifHebrew_700Bold.ttf'],
    ]);
    expect(faces[0]).toMatchObject({
      use: 'script',
      script: 'Hebr',
      languages: ['he', 'yi'],
      style: 'normal',
    });
  });

  test('finds a package above the manuscript', async () => {
    const folder = await installed('Laoo', (path) => copyFile(hebrew, path));
    expect(await readScriptFaces(folder, uses('Laoo', 'lo'))).toMatchObject([
      { family: 'Noto Sans Lao', weight: 400 },
    ]);
  });

  test('has none where none is installed, or what is there is no font', async () => {
    expect(await readScriptFaces(await folderOf({}), uses('Laoo', 'lo'))).toEqual([]);
    const folder = await installed('Laoo', (path) => writeFile(path, 'no font'));
    expect(await readScriptFaces(folder, uses('Laoo', 'lo'))).toEqual([]);
  });
});

test('only books in languages of such scripts get stylesheets for them', async () => {
  expect(await readScriptStyles(uses('Hebr'))).toEqual({ print: '', epub: '' });
  expect(await readScriptStyles(new Map())).toEqual({ print: '', epub: '' });
  const { print, epub } = await readScriptStyles(uses('Jpan', 'ja'));
  for (const css of [print, epub]) expect(css).toContain('text-emphasis');
});
