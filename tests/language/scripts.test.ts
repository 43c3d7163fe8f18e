import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { faceScriptOf, faceScriptsWith, scriptFaces, usesCharacter } from '../../src/language/scripts.ts';

describe('the scripts with faces of their own', () => {
  test.each(Object.entries(scriptFaces()))(
    '%s names a package with a regular and a bold face',
    (script, face) => {
      expect(script).toMatch(/^[A-Z][a-z]{3}$/);
      for (const code of face.unicode) expect(() => new RegExp(`\\p{Script=${code}}`, 'u')).not.toThrow();
      expect(face.package).toMatch(/^@(?:expo-google-fonts|fontsource)\/[\w-]+$/);
      const files = [face.regular, face.bold].filter((file) => file !== null);
      expect(files.filter((file) => !/^[\w/-]+\.(?:ttf|woff2)$/.test(file))).toEqual([]);
    },
  );

  test('are those that a reader of the Handbook is told of', async () => {
    const handbook = await readFile(new URL('../../manuscript/languages.md', import.meta.url), 'utf8');
    const lacking = Object.values(scriptFaces()).filter((face) => !handbook.includes(face.package));
    // Those come with Colophon.
    expect(lacking.map(({ name }) => name)).toEqual(['Arabic', 'Hebrew']);
  });
});

describe('faceScriptOf', () => {
  test.each([
    ['ja', 'Jpan'],
    ['zh', 'Hans'],
    ['zh-TW', 'Hant'],
    ['ko', 'Kore'],
    ['hi', 'Deva'],
    ['fa', 'Arab'],
    ['sr', undefined],
    ['en', undefined],
    ['nonsense-language', undefined],
  ])('of %s is %s', (language, script) => {
    expect(faceScriptOf(language)).toBe(script);
  });
});

test('a character belongs to the scripts that have it, those first that have it alone', () => {
  expect(faceScriptsWith('の')).toEqual(['Jpan']);
  expect(faceScriptsWith('漢').toSorted()).toEqual(['Hans', 'Hant', 'Jpan', 'Kore']);
  expect(faceScriptsWith('न')).toEqual(['Deva']);
  for (const other of 'aжα1“。☃') expect(faceScriptsWith(other)).toEqual([]);
});

test('a script uses signs that it shares with others', () => {
  expect(usesCharacter('Jpan', '。')).toBe(true);
  expect(usesCharacter('Hans', '！')).toBe(true);
  expect(usesCharacter('Deva', '।')).toBe(true);
  expect(usesCharacter('Deva', '。')).toBe(false);
  expect(usesCharacter('Jpan', '“')).toBe(false);
});
