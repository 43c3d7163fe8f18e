import { readFile } from 'node:fs/promises';
import { create, type Font as FontkitFont } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { generatedText } from '../../../src/emit/generated-text.ts';
import { readTheme, themeNames, themeSummaries } from '../../../src/read/templates/theme.ts';

const templates = new URL('../../../templates/', import.meta.url);

describe('themeNames', () => {
  test('lists the themes in alphabetical order', async () => {
    const names = await themeNames();
    expect(names).toEqual(expect.arrayContaining(['literary', 'modern', 'scholarly']));
    expect(names).toEqual(names.toSorted());
  });
});

describe('themeSummaries', () => {
  test('tells of every theme in a line, with a picture small enough to carry along', async () => {
    const summaries = await themeSummaries();
    expect(summaries.map(({ name }) => name)).toEqual(await themeNames());
    for (const { description, picture } of summaries) {
      expect(description).toMatch(/^[A-Z][^\n]{20,110}\.$/);
      const bytes = await readFile(picture);
      expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
      expect(bytes.length).toBeLessThanOrEqual(60_000);
    }
  });
});

describe.each(await themeNames())('the theme %s', (name) => {
  test('has a face of each use, in files of different ASCII names', async () => {
    const { fonts } = await readTheme(name);
    expect(fonts.map(({ use }) => use)).toEqual(expect.arrayContaining(['text', 'code', 'math', 'fallback']));
    const files = fonts.map(({ file }) => file);
    expect(new Set(files).size).toBe(files.length);
    for (const file of files) expect(file).toMatch(/^[\w.-]+\.ttf$/);
  });

  test('has running text upright and slanted, regular and bold', async () => {
    const { fonts } = await readTheme(name);
    const faces = fonts.filter(({ use }) => use === 'text').map(({ weight, style }) => `${weight} ${style}`);
    expect(faces).toEqual(expect.arrayContaining(['400 normal', '400 italic', '700 normal', '700 italic']));
  });

  test('has true small capitals and old-style figures in its upright text face', async () => {
    const { fonts } = await readTheme(name);
    for (const { bytes } of fonts.filter(({ use, style }) => use === 'text' && style === 'normal')) {
      const { availableFeatures } = create(Buffer.from(bytes)) as FontkitFont;
      expect(availableFeatures).toEqual(expect.arrayContaining(['smcp', 'onum', 'lnum', 'tnum', 'kern']));
    }
  });

  test('sets Latin, Greek and Cyrillic in its text face, and what its stylesheet prints', async () => {
    const { fonts, stylesheets } = await readTheme(name);
    const text = fonts.filter(({ use }) => use === 'text');
    const faces = text.map(({ bytes }) => create(Buffer.from(bytes)) as FontkitFont);
    const lacking = Array.from(`Åčőşƒþ“„»—–…†‡αΩѢжїґḥṣ${generatedText(stylesheets.print)}`).filter(
      (character) => !faces.every((face) => face.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)),
    );
    expect(lacking).toEqual([]);
  });

  test('has static TrueType fonts that are what the theme says', async () => {
    const { fonts } = await readTheme(name);
    const found = fonts.map(({ file, bytes }) => {
      const { familyName, italicAngle, variationAxes } = create(Buffer.from(bytes)) as FontkitFont;
      const outlines = Buffer.from(bytes).toString('latin1', 0, 512).includes('glyf');
      return { file, familyName, italic: italicAngle !== 0, axes: Object.keys(variationAxes), outlines };
    });
    const stated = fonts.map(({ file, family, style }) => ({
      file,
      familyName: family,
      italic: style === 'italic',
      axes: [],
      outlines: true,
    }));
    expect(found).toEqual(stated);
  });

  test('prints by its own stylesheet over those of all themes', async () => {
    const { stylesheets } = await readTheme(name);
    const shared = await readFile(new URL('print/print.css', templates), 'utf8');
    const interior = await readFile(new URL('print/interior.css', templates), 'utf8');
    const own = await readFile(new URL(`themes/${name}/print.css`, templates), 'utf8');
    expect(stylesheets.print.startsWith(`${shared}\n${interior}`)).toBe(true);
    const large = await readFile(new URL('print/large-print.css', templates), 'utf8');
    expect(stylesheets.print.endsWith(`${own}\n${large}`)).toBe(true);
    expect(stylesheets.epub).toBe(await readFile(new URL(`themes/${name}/epub.css`, templates), 'utf8'));
  });
});

test('a theme nobody has made is refused', async () => {
  await expect(readTheme('no-such-theme')).rejects.toThrow('ENOENT');
});
