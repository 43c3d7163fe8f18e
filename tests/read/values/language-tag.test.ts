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
    ['en_US', 'en-US'],
    ['pt_br.UTF-8', 'pt-BR'],
  ])('writes %s as %s', (text, tag) => {
    expect(parseLanguage(text)).toBe(tag);
  });

  it.each(['english', 'e', '', 'en-', 'de-DE-DE-DE', 'x y', 'en" onload="x'])('refuses %j', (text) => {
    expect(parseLanguage(text)).toBeInstanceOf(Fault);
  });

  it('gives the tag of a language called by its name', () => {
    expect(parseLanguage('German')).toMatchObject({ hint: 'Write de, the tag of that language.' });
  });
});
