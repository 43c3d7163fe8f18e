import { describe, expect, it } from 'vitest';
import { parseText } from '../tree.ts';

function found(text: string): string[] {
  return parseText(`${text}\n\n[^1]: x`).messages.map(
    ({ rule, line, column }) => `${line}:${column} ${rule}`,
  );
}

describe('remarkMisplacedMarks', () => {
  it.each([
    ['[a[^1]](https://e.org)', '3:3'],
    ['[a[^1]][r]\n\n[r]: https://e.org', '3:3'],
    ['![a[^1] b](a.png)', '3:4'],
    ['![a[^1]][r]\n\n[r]: a.png', '3:4'],
    ['![a](a.png "A \\"b\\" [^1]")', '3:21'],
    ['[a](https://e.org "A [^1]")', '3:22'],
    ['![a][r]\n\n[r]: a.png "A [^1]"', '5:15'],
    ['<div>\n\n<p>x\n[^1]</p>\n\n</div>', '6:1'],
    ['> <p>\n> x[^1]</p>', '4:4'],
  ])('%s', (text, place) => {
    expect(found(text)).toEqual([`${place} note-misplaced`]);
  });

  it.each([
    '## A[^1]',
    '| a[^1] |\n|--|\n| b |',
    '- a[^1]',
    ':::verse\na[^1]\nb\n:::',
    'Term[^1]\n: Meaning',
    'Term\n: Meaning[^1]',
    ':::note[Title[^1]]\nText.\n:::',
    '<div>\n\nText[^1].\n\n</div>',
    '<!-- [^2] -->\n\nText[^1].',
    '<pre>\n[^2]\n</pre>\n\nText[^1].',
    '<p title="[^2]">x</p>\n\nText[^1].',
    'a[^1] ![^2](a.png)',
  ])('allows %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
