import { describe, expect, it } from 'vitest';
import { IndentedCode } from '../../../../src/read/sources/dialects/indented-code.ts';
import { pandocSteps } from '../../../../src/read/sources/readers/quarto.ts';
import { stepped } from './translated.ts';

describe('indented code', () => {
  it.each([
    ['below a paragraph', 'Words\n\n    code\n    code\n\n    code\n\nWords', [2, 3, 5]],
    ['by a tab', 'Words\n\n\tcode', [2]],
    ['not in a paragraph', 'Words\n    words', []],
    ['not in an item of a list', '- Item\n\n    words\n\n1. Item\n\n    words', []],
    ['in an item of a list', '- Item\n\n      code\n\n10. Item\n\n        code', [2, 6]],
    ['not behind items one in the other', '- One\n    - Two\n\n        words', []],
    ['behind a list', '- Item\n\nWords\n\n    code', [4]],
    [
      'not in notes, definitions and boxes',
      '[^1]: Note\n\n    words\n\n:   It is\n\n    words\n\n!!! note\n\n    words',
      [],
    ],
    ['not behind tags', '<div>\n\n    <p>words</p>\n\n    words\n\n</div>', []],
  ])('stands %s', (_, text, expected) => {
    const judge = new IndentedCode();
    const lines = text.split('\n').map((line) => judge.has(line));
    expect(lines.flatMap((isCode, index) => (isCode ? [index] : []))).toEqual(expected);
  });

  it.each([
    '\\textbf{a} \\frac{a}{b}',
    '[a]{.b}',
    'kill $$ now',
    '<img src="x.png">',
    '![x](y.png)',
    '\\newpage',
  ])('stays as typed: %s', async (code) => {
    const typed = `Words\n\n    ${code}\n\nWords \`${code}\`\n\n~~~\n${code}\n~~~`;
    expect(await stepped(typed, ...pandocSteps)).toBe(typed);
  });
});
