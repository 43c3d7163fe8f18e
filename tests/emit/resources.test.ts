import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { resourcesOf } from '../../src/emit/resources.ts';
import { font, makeAssets, noTheme } from '../builders/rich-book.ts';

describe('resourcesOf', () => {
  it('gives files plain names that differ even where case does not count', () => {
    const paths = ['images/a.png', 'images/A.png', 'chapters/ü/b c.jpeg', 'images/漢字.png', 'x.png'];
    const tree = fromHtml(paths.map((path) => `<img src="${path}" alt="">`).join(''), { fragment: true });
    expect(Object.fromEntries(resourcesOf([tree], makeAssets(...paths), noTheme, 'x.png').paths)).toEqual({
      'chapters/ü/b c.jpeg': 'images/chapters-u-b-c.png',
      'images/A.png': 'images/A.png',
      'images/a.png': 'images/a-2.png',
      'images/漢字.png': 'images/file.png',
      'x.png': 'images/x.png',
    });
  });

  it('keeps fonts of theme and author apart', () => {
    const bytes = font.bytes;
    const path = 'fonts/EBGaramond_400Regular.ttf';
    const assets = new Map([[path, { path, bytes, mediaType: 'font/ttf' }]]);
    const own = { fonts: [font], stylesheet: `@font-face { src: url(${path}) }` };
    const { files, paths } = resourcesOf([], assets, own, undefined);
    expect(files.map(({ file }) => file)).toEqual([path, 'fonts/EBGaramond_400Regular-2.ttf']);
    expect(paths.get(path)).toBe('fonts/EBGaramond_400Regular-2.ttf');
  });
});
