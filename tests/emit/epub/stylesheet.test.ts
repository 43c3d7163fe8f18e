import { describe, expect, it } from 'vitest';
import { stylesheet, urlsOf } from '../../../src/emit/epub/stylesheet.ts';
import { font } from './make-book.ts';

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

  it('leads addresses to where the files went and leaves others alone', () => {
    const own = `a { background: url(images/a%20b.png), url( './fonts/x.ttf' ), url("data:,x") }`;
    const paths = new Map([
      ['images/a b.png', 'images/a-b.png'],
      ['fonts/x.ttf', 'fonts/x-2.ttf'],
    ]);
    expect(stylesheet([], '', own, paths)).toBe(
      'a { background: url("images/a-b.png"), url("fonts/x-2.ttf"), url("data:,x") }\n',
    );
    expect(urlsOf(own)).toEqual(new Set(['images/a b.png', 'fonts/x.ttf', 'data:,x']));
  });
});
