import { describe, expect, it } from 'vitest';
import { dateInWords, joinNames, numberInWords } from '../../src/language/formats.ts';

describe('joinNames', () => {
  it.each([
    ['en', 'A, B, and C'],
    ['de', 'A, B und C'],
    ['uk', 'A, B і C'],
    ['ja', 'A、B、C'],
  ])('enumerates in %s', (language, joined) => {
    expect(joinNames(['A', 'B', 'C'], language)).toBe(joined);
  });

  it('is empty for nobody and a name for one', () => {
    expect([joinNames([], 'en'), joinNames(['A'], 'en')]).toEqual(['', 'A']);
  });

  it('takes English, not the machine’s language, where a language is unknown', () => {
    expect(joinNames(['A', 'B'], 'la')).toBe('A and B');
    expect(dateInWords('1851-10-18', 'la')).toBe('October 18, 1851');
    expect(numberInWords(1500, 'la')).toBe('1,500');
  });
});

describe('dateInWords', () => {
  it('has the digits of the language', () => {
    expect(dateInWords('1851', 'fa')).toContain('۱۸۵۱');
    expect(dateInWords('1851', 'fa-u-nu-latn')).toContain('1851');
    expect(numberInWords(1500, 'bn')).toBe('১,৫০০');
  });

  it('counts the years of the Gregorian calendar in every language', () => {
    expect(dateInWords('2015', 'th')).toContain('2015');
  });

  it('leaves alone what is no date', () => {
    expect(dateInWords('soon', 'en')).toBe('soon');
  });
});
