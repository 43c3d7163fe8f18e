import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { joinNames } from '../../src/matter/wording/names.ts';
import { wordingOf } from '../builders/metadata.ts';

const folder = new URL('../../templates/locales/', import.meta.url);
const languages = readdirSync(folder).map((name) => name.replace(/\.json$/, ''));
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

describe('the locales', () => {
  it('are at least those of the European and Asian book trade', () => {
    const wanted = 'ar cs da de el en es fi fr it ja nb nl pl pt ru sv uk zh'.split(' ');
    expect(languages).toEqual(expect.arrayContaining(wanted));
  });

  it.each(languages)('%s has the keys and placeholders of English', (language) => {
    const found = entries(wordingOf(language));
    expect([...found.keys()]).toEqual([...english.keys()]);
    const bad = [...found].filter(([, wording]) => wording === '' || wording.trim() !== wording);
    expect(bad).toEqual([]);
    expect([...found.values()].map(placeholders)).toEqual([...english.values()].map(placeholders));
  });

  it.each(languages)('%s is a language enumerations are known in', (language) => {
    expect(Intl.ListFormat.supportedLocalesOf(language)).toEqual([language]);
    expect(joinNames(['A', 'B'], language)).toMatch(/^A.+B$/);
  });
});
