import { describe, expect, it } from 'vitest';
import { stylesheet, pathsIn } from '../../src/emit/flow-stylesheet.ts';
import { font } from '../builders/rich-book.ts';

describe('stylesheet', () => {
  it('declares faces and families before the rules, without custom properties', () => {
    const css = stylesheet([font], 'p { margin: 0; }', 'p { margin: 1em; }', new Map());
    expect(css).toContain('src: url("fonts/EBGaramond_400Regular.ttf")');
    expect(css).toContain('body { font-family: "EB Garamond", serif; }');
    expect(css).not.toContain('monospace');
    expect(css).not.toContain('var(');
    expect(css.indexOf('@font-face')).toBeLessThan(css.indexOf('margin: 0'));
    expect(css.indexOf('margin: 0')).toBeLessThan(css.indexOf('margin: 1em'));
  });

  const paths = new Map([
    ['images/a b.png', 'images/a-b.png'],
    ['images/d.svg', 'images/d.svg'],
    ['images/D.svg', 'images/D-2.svg'],
    ['fonts/x.ttf', 'fonts/x-2.ttf'],
  ]);

  it.each([
    ['without quotes', 'a { b: url(images/a%20b.png) }', 'a { b: url("images/a-b.png") }'],
    ['in quotes', `a { b: url( './fonts/x.ttf' ) }`, 'a { b: url( "fonts/x-2.ttf" ) }'],
    [
      'in image-set',
      'a { b: image-set("images/a b.png" 1x, "images/D.svg" 2x) }',
      'a { b: image-set("images/a-b.png" 1x, "images/D-2.svg" 2x) }',
    ],
    ['in src()', 'a { b: src("fonts/x.ttf") }', 'a { b: src("fonts/x-2.ttf") }'],
    ['with escapes', String.raw`a { b: url(images/a\20 b.png) }`, 'a { b: url("images/a-b.png") }'],
    ['by a way round', 'a { b: url(images/../fonts/x.ttf) }', 'a { b: url("fonts/x-2.ttf") }'],
    ['a part of a drawing', 'a { b: url(images/D.svg#x) }', 'a { b: url("images/D-2.svg#x") }'],
    ['with query and fragment', 'a { b: url("fonts/x.ttf?v=1#iefix") }', 'a { b: url("fonts/x-2.ttf") }'],
  ])('leads an address %s to where the file went', (_, own, moved) => {
    expect(stylesheet([], '', own, paths)).toBe(`${moved}\n`);
    expect([...pathsIn(own)].every((path) => paths.has(path))).toBe(true);
  });

  it.each([
    ['comments', '/* url(fonts/x.ttf) */ a { b: c }'],
    ['strings', 'a { b: "url(fonts/x.ttf)" }'],
    ['data', 'a { b: url("data:,x") }'],
  ])('leaves %s alone', (_, own) => {
    expect(stylesheet([], '', own, paths)).toBe(`${own}\n`);
    expect(pathsIn(own)).not.toContain('fonts/x.ttf');
  });
});
