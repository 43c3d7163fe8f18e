import { describe, expect, it } from 'vitest';
import { cssDeclarations, cssRules } from '../../src/css/rules.ts';

describe('cssRules', () => {
  it('finds selectors and declarations, escapes and capitals resolved', () => {
    expect(cssRules('a, .b:is(c, d) { FILTER: x(1;2); /* z: 1 */ m\\61sk/**/ : url(#m) }')).toEqual([
      {
        start: 0,
        selectors: ['a', ' .b:is(c, d)'],
        declarations: [
          { property: 'filter', value: ' x(1;2)' },
          { property: 'mask', value: ' url(#m) ' },
        ],
      },
    ]);
  });

  it.each([
    ['comments before what is no declaration', `a { ${'/**/'.repeat(1000)}b }`],
    ['openings of a comment', '/* '.repeat(300_000)],
    ['openings of a comment in a rule', `a { ${'/* '.repeat(300_000)}`],
  ])('looks once at %s', (_, css) => {
    expect(cssRules(css)).toEqual([]);
  });

  it('finds those in other rules', () => {
    const css =
      '@media print { a { x: 1; b { y: 2 } @supports (z) { z: 3 } } } @keyframes k { from { w: 4 } } c{v:5';
    expect(
      cssRules(css).map(({ selectors, declarations: [first] }) => [...selectors, first?.property]),
    ).toEqual([
      ['a', 'x'],
      ['b', 'y'],
      ['a', 'z'],
      ['*', 'w'],
      ['c', 'v'],
    ]);
  });

  it('is not led astray by brackets that do not fit', () => {
    expect(cssRules('} a { x: 1 } ) b { y: ( } c { z: 2 }').map(({ selectors }) => selectors)).toEqual([
      ['a'],
      [') b'],
      ['c'],
    ]);
    expect(cssDeclarations('a: 1; b; c:2')).toHaveLength(2);
  });
});
