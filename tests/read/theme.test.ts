import { readFile } from 'node:fs/promises';
import { create, type Font as FontkitFont } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { readTheme, themeNames } from '../../src/read/theme.ts';

const templates = new URL('../../templates/', import.meta.url);

describe('themeNames', () => {
  test('lists the themes in alphabetical order', async () => {
    const names = await themeNames();
    expect(names).toContain('literary');
    expect(names).toEqual(names.toSorted());
  });
});

describe.each(await themeNames())('the theme %s', (name) => {
  test('has a face of each use, in files of different ASCII names', async () => {
    const { fonts } = await readTheme(name);
    expect(new Set(fonts.map(({ use }) => use))).toEqual(new Set(['text', 'code', 'math', 'fallback']));
    const files = fonts.map(({ file }) => file);
    expect(new Set(files).size).toBe(files.length);
    for (const file of files) expect(file).toMatch(/^[\w.-]+\.ttf$/);
  });

  test('has running text upright and slanted, regular and bold', async () => {
    const { fonts } = await readTheme(name);
    const faces = fonts.filter(({ use }) => use === 'text').map(({ weight, style }) => `${weight} ${style}`);
    expect(faces).toEqual(expect.arrayContaining(['400 normal', '400 italic', '700 normal', '700 italic']));
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

  test('prints by its own stylesheet over the one of all themes', async () => {
    const { stylesheets } = await readTheme(name);
    const shared = await readFile(new URL('print/print.css', templates), 'utf8');
    const own = await readFile(new URL(`themes/${name}/print.css`, templates), 'utf8');
    expect(stylesheets.print.indexOf(shared)).toBe(0);
    expect(stylesheets.print.indexOf(own)).toBeGreaterThanOrEqual(shared.length);
    expect(stylesheets.epub).toBe(await readFile(new URL(`themes/${name}/epub.css`, templates), 'utf8'));
  });
});

test('a theme nobody has made is refused', async () => {
  await expect(readTheme('no-such-theme')).rejects.toThrow('ENOENT');
});
