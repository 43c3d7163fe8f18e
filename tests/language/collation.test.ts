import { describe, expect, it } from 'vitest';
import { letterOrder, wordOrder } from '../../src/language/collation.ts';

describe('letterOrder', () => {
  it.each([
    ['de', 'Ähre', 'A'],
    ['sv', 'Ärla', 'Ä'],
    ['cs', 'chléb', 'Ch'],
    ['hr', 'ljubav', 'Lj'],
    ['hu', 'dzsem', 'Dzs'],
    ['tr', 'istanbul', 'İ'],
    ['zh', '鲸', ''],
    ['en', '1851', ''],
  ])('in %s puts %s under %j', (language, word, letter) => {
    expect(letterOrder(language).letterOf(word)).toBe(letter);
  });
});

it('wordOrder is that of the language, and of English where the language is unknown', () => {
  const sorted = (language: string) => ['ö 10', 'z', 'ö 9', 'o'].toSorted(wordOrder(language));
  expect(sorted('sv')).toEqual(['o', 'z', 'ö 9', 'ö 10']);
  expect(sorted('de')).toEqual(['o', 'ö 9', 'ö 10', 'z']);
  expect(sorted('tlh')).toEqual(sorted('en'));
});
