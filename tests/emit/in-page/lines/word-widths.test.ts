import { describe, expect, test } from 'vitest';
import { serif as face } from '../../../builders/face.ts';
import { wordWidths } from '../../../../src/emit/in-page/lines/word-widths.ts';

/** Characters are 10 wide, those of another face 20; "AV" is kerned by 3, "ff" joined into 12. */
function measured() {
  const texts: string[] = [];
  const widths = wordWidths((text, { key }) => {
    texts.push(text);
    const kerned = text.split('AV').length - 1;
    const joined = text.split('ff').length - 1;
    return (text.length * 10 - kerned * 3 - joined * 8) * (key === 'serif' ? 1 : 2);
  });
  return { widths, texts };
}

describe('wordWidths', () => {
  test('puts words together of pairs, with their kerning', () => {
    const { widths, texts } = measured();
    expect(widths('WAVES', face)).toBe(47);
    expect(texts.every((text) => text.length <= 2)).toBe(true);
  });

  test('measures as a whole what is joined, stacked or of figures', () => {
    const { widths, texts } = measured();
    expect(widths('offers', face)).toBe(52);
    widths('1851', face);
    widths('été\u0301', face);
    expect(texts).toEqual(['offers', '1851', 'été\u0301']);
  });

  test('measures nothing twice in one face, and each face by itself', () => {
    const { widths, texts } = measured();
    expect(widths('it', face)).toBe(20);
    expect(widths('it', face)).toBe(20);
    expect(widths('it', { ...face, key: 'sans' })).toBe(40);
    expect(texts).toEqual(['it', 'it']);
  });

  test('gives characters that are not seen no width', () => {
    const { widths } = measured();
    expect(widths('wha\u00ADle\u2060s', face)).toBe(60);
  });
});
