import { describe, expect, test } from 'vitest';
import { softHyphenator } from '../../../../src/emit/pdf/document/soft-hyphens.ts';

/** With the soft hyphens made visible. */
function hyphenated(text: string, language: string): string {
  return softHyphenator()(text, language).replaceAll('\u00AD', '|');
}

describe('softHyphenator', () => {
  test.each([
    ['en', 'The hyphenation of the university.', 'The hy|phen|ation of the uni|ver|si|ty.'],
    ['de', 'Schifffahrt und Wissenschaft', 'Schiff|fahrt und Wis|sen|schaft'],
    ['de-AT', 'Wissenschaft', 'Wis|sen|schaft'],
    ['uk', 'Незалежність', 'Не|за|ле|жність'],
  ])('puts soft hyphens into words of %s', (language, text, expected) => {
    expect(hyphenated(text, language)).toBe(expected);
  });

  test('leaves words of fewer than six letters alone', () => {
    expect(hyphenated('table tables', 'en')).toBe('table ta|bles');
  });

  test('leaves words alone that are longer than any language has them', () => {
    const longest = 'university'.repeat(100);
    expect(hyphenated(longest, 'en')).toContain('uni|ver|si|ty');
    expect(hyphenated(`hyphenation ${longest}s`, 'en')).toBe(`hyphenation ${longest}s`);
  });

  test('leaves the text of a language without patterns as it is', () => {
    expect(softHyphenator()('hyphenation university', 'tlh')).toBe('hyphenation university');
  });

  test('changes languages from text to text', () => {
    const hyphenate = softHyphenator();
    const texts = [
      hyphenate('Wissenschaft', 'de'),
      hyphenate('university', 'en'),
      hyphenate('Wissenschaft', 'de'),
    ];
    expect(texts).toEqual([
      'Wis\u00ADsen\u00ADschaft',
      'uni\u00ADver\u00ADsi\u00ADty',
      'Wis\u00ADsen\u00ADschaft',
    ]);
  });
});
