import { describe, expect, it } from 'vitest';
import { fallback } from '../../src/language/fallback.ts';
import { knowledgeOf, languageData, statedFor } from '../../src/language/knowledge.ts';
import { languages } from './languages.ts';

describe('knowledgeOf', () => {
  it('takes what the exact tag says, else what a shorter one does', () => {
    expect(knowledgeOf('de-CH', 'quotationMarks').double).toEqual(['«', '»']);
    expect(knowledgeOf('de-CH-1996', 'quotationMarks').double).toEqual(['«', '»']);
    expect(knowledgeOf('DE-at', 'quotationMarks').double).toEqual(['„', '“']);
    expect(knowledgeOf('de-CH', 'spaces')).toBe(knowledgeOf('de', 'spaces'));
  });

  it('fills a gap, and all of a language without a file, from the fallback', () => {
    const silent = languages.filter((language) => statedFor(language, 'elisions') === null);
    const filled = silent.filter((language) => knowledgeOf(language, 'elisions') === fallback.elisions);
    expect(filled).toEqual(silent);
    expect(knowledgeOf('tlh', 'separators')).toBe(fallback.separators);
    expect(knowledgeOf('no tag', 'spine')).toBe('down');
  });
});

describe('languageData', () => {
  it('reads a file once', () => {
    expect(languageData('fr')).toBe(languageData('fr'));
  });

  it.each(['', 'xx', '../../package', 'DE'])('has none for %j', (primary) => {
    expect(languageData(primary)).toBeUndefined();
  });
});
