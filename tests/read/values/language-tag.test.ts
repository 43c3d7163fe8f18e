import { describe, expect, it } from 'vitest';
import { Fault } from '../../../src/read/values/fault.ts';
import { parseLanguage } from '../../../src/read/values/language-tag.ts';

describe('parseLanguage', () => {
  it.each([
    ['en', 'en'],
    ['PT-br', 'pt-BR'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['grc', 'grc'],
    ['iw', 'he'],
  ])('writes %s as %s', (text, tag) => {
    expect(parseLanguage(text)).toBe(tag);
  });

  it.each(['en_US', 'english', 'e', '', 'en-', 'de-DE-DE-DE', 'x y', 'en" onload="x'])(
    'refuses %j',
    (text) => {
      expect(parseLanguage(text)).toBeInstanceOf(Fault);
    },
  );

  it('gives the tag of a locale', () => {
    expect(parseLanguage('pt_br.UTF-8')).toMatchObject({ hint: 'Write pt-BR, with a hyphen.' });
  });
});
