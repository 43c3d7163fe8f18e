import { describe, expect, it } from 'vitest';
import { cssStatements } from '../../src/css/statements.ts';

const texts = (css: string, ...range: [number?, number?]): string[] =>
  cssStatements(css, ...range).map(({ start, end }) => css.slice(start, end));

describe('cssStatements', () => {
  it('gives rules, at-rules and declarations, none that stands in another', () => {
    expect(texts('@charset "a;b"; /* a { } */ p { a: b; c: d }\n@media print { q { e: f } }')).toEqual([
      '@charset "a;b";',
      'p { a: b; c: d }',
      '@media print { q { e: f } }',
    ]);
  });

  it('gives those of a block', () => {
    const css = 'p { a: url(";"); & q { c: d } e: f }';
    const [rule] = cssStatements(css);
    expect(rule?.block).toEqual({ start: 3, end: css.length - 1 });
    expect(texts(css, rule?.block?.start, rule?.block?.end)).toEqual([
      'a: url(";");',
      '& q { c: d }',
      'e: f ',
    ]);
  });

  it('closes what is left open, and passes over what closes nothing', () => {
    expect(texts('} ; p { a: b')).toEqual(['p { a: b']);
    expect(cssStatements('p { a: b')[0]?.block).toEqual({ start: 3, end: 8 });
  });
});
