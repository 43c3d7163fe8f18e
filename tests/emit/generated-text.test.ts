import { describe, expect, test } from 'vitest';
import { generatedText } from '../../src/emit/generated-text.ts';

describe('generatedText', () => {
  test.each([
    ['both kinds of quotes', `hr::before { content: '❦'; } .a::after { content: "→" }`, '❦→'],
    [
      'escapes by number, with the space that ends them',
      String.raw`a::after { content: '\2767 \00201cx\"'; }`,
      '❧“x"',
    ],
    ['custom properties', ":root { --ornament: '⁂'; }", '⁂'],
    ['no comments', "/* don't print '☞' */ hr { color: red; }", ''],
    ['no code points that are no characters', String.raw`a { content: '\0 a\d800 b\110000 c' }`, 'abc'],
    ['nothing of an empty stylesheet', '', ''],
  ])('has %s', (_, css, text) => {
    expect(generatedText(css)).toBe(text);
  });
});
