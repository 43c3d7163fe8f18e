import { expect, it } from 'vitest';
import { spellInAscii, spellLatin } from '../../src/language/ascii.ts';

it('spellLatin leaves what Unicode decomposes, and other scripts', () => {
  expect(spellLatin('straße ærø łódź ħaġa я')).toBe('strasse aero lódź haġa я');
});

it.each([
  ['uk', 'гори й книги', 'hory i knyhy'],
  ['uk-UA', 'гори', 'hory'],
  ['ru', 'горы и книги', 'gory i knigi'],
  ['el', 'ἰλιάς', 'ilias'],
  ['de', 'größe', 'grosse'],
])('spellInAscii reads %s', (language, text, spelled) => {
  expect(spellInAscii(text, language)).toBe(spelled);
});
