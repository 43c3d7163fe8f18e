import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../src/read/sources/dialects/lines.ts';
import { headingsIn } from '../../../src/read/sources/headings.ts';

function titles(text: string): string[] {
  return headingsIn(linesOf(text), 2).map(({ depth, title }) => `${depth} ${title}`);
}

describe('headingsIn', () => {
  it('finds headings of both forms, outside of code', () => {
    expect(titles('# One #\n\nTwo\n===\n\n```\n# no\n```\n\nThree\n---')).toEqual([
      '1 One',
      '1 Two',
      '2 Three',
    ]);
  });

  it.each([
    ['$$\n\\alpha\n=\n\\sup_x f(x)\n$$'],
    ['It is $$\n\\alpha\n=\n\\beta $$ and so on.'],
    ['> $$\n> a\n> =\n> b\n> $$'],
  ])('takes an equals sign within a formula for no underline: %j', (formula) => {
    expect(titles(`# One\n\n${formula}\n\n# Two`)).toEqual(['1 One', '1 Two']);
  });

  it('takes dollars that nothing closes in their paragraph for no formula', () => {
    expect(titles('It costs $$\n\nTwo\n===\n\n`$$`\nThree\n===\n\nand $$ more.')).toEqual([
      '1 Two',
      '1 Three',
    ]);
  });
});
