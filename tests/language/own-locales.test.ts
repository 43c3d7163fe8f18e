import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { patternsFor } from '../../src/language/hyphenation.ts';
import { knowledgeOf } from '../../src/language/knowledge.ts';
import { completed } from '../../src/language/own-locale.ts';
import { hasOwnHyphenation, useOwnLocales, withOwnLocales } from '../../src/language/own-locales.ts';
import { punctuationRules } from '../../src/language/punctuation.ts';
import { wordingLanguage, wordingOf } from '../../src/language/wording.ts';

const german = new Map([['de', completed('de', { wording: { notes: 'Fußnoten', site: { next: 'Vor' } } })]]);
const swiss = new Map([['gsw', completed('gsw', { like: 'de-CH', wording: { notes: 'Aamerkige' } })]]);

describe('what an author says of a language', () => {
  it('stands in the place of single words', () => {
    withOwnLocales(german, () => {
      expect(wordingOf('de-AT')).toMatchObject({ notes: 'Fußnoten', contents: 'Inhalt' });
      expect(wordingOf('de').site).toMatchObject({ next: 'Vor', previous: 'Zurück' });
    });
    expect(wordingOf('de').notes).toBe('Anmerkungen');
  });

  it('makes a language like another one but for that', () => {
    expect(wordingLanguage('gsw')).toBe('en');
    withOwnLocales(swiss, () => {
      expect(wordingOf('gsw')).toMatchObject({ notes: 'Aamerkige', contents: 'Inhalt' });
      expect(wordingLanguage('gsw')).toBe('gsw');
      expect(knowledgeOf('gsw', 'quotationMarks').double).toEqual(['«', '»']);
      expect(patternsFor('gsw')?.name).toBe(patternsFor('de-CH')?.name);
      expect(hasOwnHyphenation()).toBe(true);
    });
    expect(patternsFor('gsw')).toBeUndefined();
  });

  it('is that of the work at hand, whatever goes on beside', async () => {
    const orthography = { language: 'de', spaces: 'language' } as const;
    const marks = { double: ['<', '>'], single: ['‹', '›'] } as const;
    const own = new Map([['de', completed('de', { quotationMarks: marks })]]);
    const work = async (): Promise<ReadonlyArray<string>> => {
      await setImmediate();
      return punctuationRules(orthography).double;
    };
    const all = await Promise.all([work(), withOwnLocales(own, work), work(), withOwnLocales(german, work)]);
    expect(all).toEqual([
      ['„', '“'],
      ['<', '>'],
      ['„', '“'],
      ['„', '“'],
    ]);
  });

  it('may be found out while the work is done, and is gone with it', async () => {
    await withOwnLocales(new Map(), async () => {
      await setImmediate();
      useOwnLocales(german);
      await setImmediate();
      expect(wordingOf('de').notes).toBe('Fußnoten');
    });
    useOwnLocales(german);
    expect(wordingOf('de').notes).toBe('Anmerkungen');
  });
});
