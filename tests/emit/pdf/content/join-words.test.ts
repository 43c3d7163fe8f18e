import { describe, expect, it } from 'vitest';
import { joinWords } from '../../../../src/emit/pdf/content/join-words.ts';

/** What the glyphs of the only font mean: 3 and 4 are letters of Devanagari. */
const texts = new Map([
  [1, ' '],
  [3, 'न'],
  [4, 'द'],
  [5, 'a'],
]);

function joined(content: string): string {
  const textOf = (font: string, code: number): string | undefined =>
    font === 'F1' ? texts.get(code) : undefined;
  return Buffer.from(joinWords(Buffer.from(content, 'latin1'), textOf)).toString('latin1');
}

const syllable = (text: string): string =>
  `/Span<</ActualText <FEFF${text}>> BDC\n7 0 Td <0007> Tj\n2 0 Td <0008> Tj\nEMC\n`;
const object = (content: string): string => `BT\n/F1 12 Tf\n1 0 0 -1 8 50 Tm\n${content}ET`;

describe('joinWords', () => {
  it('says of a word what its letters and syllables say', () => {
    const content = object(`<0003> Tj\n${syllable('0926093F')}5 0 Td <0004> Tj\n4 0 Td <0001> Tj\n`);
    expect(joined(content)).toBe(
      object(
        '/Span<</ActualText <FEFF09280926093F0926>>> BDC\n<0003> Tj\n\n7 0 Td <0007> Tj\n2 0 Td <0008> Tj\n\n5 0 Td <0004> Tj\nEMC\n4 0 Td <0001> Tj\n',
      ),
    );
  });

  it('ends words at spaces and at the end of a text', () => {
    const content = object(`${syllable('0926093F')}4 0 Td <0001> Tj\n${syllable('0928093E')}`);
    expect(joined(content).match(/ActualText/g)).toHaveLength(2);
    expect(joined(content)).toContain('<FEFF0928093E>>> BDC');
  });

  it.each([
    ['words of letters alone', object('<0003> Tj\n5 0 Td <0004> Tj\n')],
    ['words from right to left', object(syllable('06280654'))],
    ['words in Latin', object(`<0005> Tj\n${syllable('00660066')}`)],
    ['scripts without spaces between words', object(syllable('0E190E33'))],
  ])('leaves %s as they are', (_, content) => {
    expect(joined(content)).toBe(content);
  });
});
