import { describe, expect, test } from 'vitest';
import { familyLists } from '../../src/css/font-families.ts';

describe('familyLists', () => {
  test.each([
    [':root { --text-family: "Lora", serif; }', ['Lora'], 'serif'],
    ['p { font-family: Quay Serif, \'A "B"\', sans-serif }', ['Quay Serif', 'A "B"'], 'sans-serif'],
    ['p { FONT-FAMILY: L\\6fra, "serif" !important; }', ['Lora', 'serif'], undefined],
    ['p { font-family: monospace }', [], 'monospace'],
    ['@media print { p { color: red; font-family: /* a, */ A, B } }', ['A', 'B'], undefined],
  ])('reads %s', (css, families, generic) => {
    const lists = familyLists(css);
    expect(lists).toMatchObject([{ families, generic, brings: false, refers: false }]);
  });

  test('says where a list begins and ends, and where its generic family stands', () => {
    const css = 'p { font-family: "Lora", serif !important }';
    const [list] = familyLists(css);
    expect(css.slice(list?.start, list?.end)).toBe('"Lora", serif');
    expect(css.slice(list?.tail, list?.end)).toBe('serif');
  });

  test('knows what a rule for a font brings', () => {
    const lists = familyLists(
      '@font-face { font-family: "Lora"; src: url("fonts/a.ttf") } p { font-family: A }',
    );
    expect(lists.map(({ brings, families }) => [brings, families])).toEqual([
      [true, ['Lora']],
      [false, ['A']],
    ]);
  });

  test.each(['p { font-family: inherit }', 'p { font-family: "A", var(--text-family) }'])(
    'knows that %s refers',
    (css) => {
      expect(familyLists(css)).toMatchObject([{ refers: true }]);
    },
  );

  test.each([
    ['p { font: 12pt serif }', [], 'serif'],
    ['p { font: italic 700 1.2em/1.5 "Quay Serif", Lora }', ['Quay Serif', 'Lora'], undefined],
    ['p { font: small-caps calc(1em + 1pt)/normal Lora, monospace }', ['Lora'], 'monospace'],
    ['p { font: bold larger Lora }', ['Lora'], undefined],
  ])('reads the shorthand %s', (css, families, generic) => {
    expect(familyLists(css)).toMatchObject([{ families, generic, refers: false }]);
  });

  test('tells which properties a list takes in', () => {
    const [list] = familyLists('p { font-family: Lora, var(--mine, var(--text-family)) }');
    expect(list?.properties).toEqual(['--mine', '--text-family']);
  });

  test.each(['p { font: caption }', '/* font-family: A */', 'p::before { content: "font-family: A" }'])(
    'finds none in %s',
    (css) => {
      expect(familyLists(css)).toEqual([]);
    },
  );
});
