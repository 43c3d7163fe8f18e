import { describe, expect, it } from 'vitest';
import { slugOf } from '../../../src/read/values/slug.ts';

describe('slugOf', () => {
  it.each([
    ['Moby-Dick', 'moby-dick'],
    [
      'Can a Sino-Russian Entente Save the Current Russian Regime?',
      'can-a-sino-russian-entente-save-the-current-russian-regime',
    ],
    ['It’s “Here”: Ünïcödé', 'its-here-unicode'],
    ['Straße nach Ærøskøbing', 'strasse-nach-aeroskobing'],
    ['Слово о полку Игореве', 'slovo-o-polku-igoreve'],
    ['Ἰλιάς', 'ilias'],
    ['日本語', 'book'],
    ['…', 'book'],
    ['../../etc/passwd', 'etc-passwd'],
  ])('spells %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it('reads Cyrillic by the language of the book', () => {
    expect(slugOf('Гори й книги', 'uk')).toBe('hory-i-knyhy');
    expect(slugOf('Горы и книги', 'ru')).toBe('gory-i-knigi');
  });

  it('ends at a whole word, within 60 characters', () => {
    expect(slugOf('word '.repeat(30))).toBe('word-'.repeat(12).slice(0, -1));
    expect(slugOf('x'.repeat(100))).toHaveLength(60);
  });
});
