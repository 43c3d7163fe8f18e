import { describe, expect, it } from 'vitest';
import { primaryLanguage, scriptOf, shortenedTags } from '../../src/language/tag.ts';

describe('primaryLanguage', () => {
  it.each([
    ['pt-BR', 'pt'],
    ['DE', 'de'],
    ['grc-Grek-x-school', 'grc'],
    ['', ''],
  ])('of %j is %j', (tag, primary) => {
    expect(primaryLanguage(tag)).toBe(primary);
  });
});

describe('scriptOf', () => {
  it.each([
    ['uk', 'Cyrl'],
    ['sr', 'Cyrl'],
    ['sr-Latn', 'Latn'],
    ['pa-PK', 'Arab'],
    ['tlh', undefined],
    ['no tag', undefined],
  ])('of %s is %s', (tag, script) => {
    expect(scriptOf(tag)).toBe(script);
  });
});

describe('shortenedTags', () => {
  it('drops one subtag after the other', () => {
    expect(shortenedTags('de-CH-1996')).toEqual(['de-ch-1996', 'de-ch', 'de']);
  });

  it.each(['', '..', 'en/../x', 'de-', 'toolonglanguage'])('has none for %j', (text) => {
    expect(shortenedTags(text)).toEqual([]);
  });
});
