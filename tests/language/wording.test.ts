import { describe, expect, it } from 'vitest';
import { wordingOf } from '../../src/language/wording.ts';
import { worded } from './languages.ts';

const english = entries(wordingOf('en'));

function entries(labels: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(labels).flatMap(([key, value]: [string, unknown]): Array<[string, string]> =>
      typeof value === 'object' && value !== null
        ? [...entries(value, `${prefix}${key}.`)]
        : [[prefix + key, String(value)]],
    ),
  );
}

function placeholders(wording: string): string[] {
  return [...wording.matchAll(/\{(\w+)\}/g)].map((match) => String(match[1])).toSorted();
}

describe('wordingOf', () => {
  it('takes the wording of ever shorter tags, and ends at English', () => {
    expect(wordingOf('de-AT-1996')).toEqual(wordingOf('de'));
    expect(wordingOf('de')).not.toEqual(wordingOf('en'));
    expect(wordingOf('tlh')).toEqual(wordingOf('en'));
  });
});

describe('the wording', () => {
  it('is there at least in the languages of the European and Asian book trade', () => {
    const wanted = 'ar cs da de el en es fi fr it ja nb nl pl pt ru sv uk zh'.split(' ');
    expect(worded).toEqual(expect.arrayContaining(wanted));
  });

  it.each(worded)('of %s has the keys and placeholders of English', (language) => {
    const found = entries(wordingOf(language));
    expect([...found.keys()]).toEqual([...english.keys()]);
    const bad = [...found].filter(([, wording]) => wording === '' || wording.trim() !== wording);
    expect(bad).toEqual([]);
    expect([...found.values()].map(placeholders)).toEqual([...english.values()].map(placeholders));
  });
});
