import createHyphenator, { type PatternsDefinition } from 'hyphen';
import { describe, expect, test } from 'vitest';
import { compileHyb } from '../../../../src/emit/pdf/browser/hyb.ts';
import { patternsFor, type Patterns } from '../../../../src/language/hyphenation.ts';
import { readHyb } from '../../../support/read-hyb.ts';

const words: Readonly<Record<string, string>> = {
  en: `hyphenation university philosophical extraordinary responsibility leviathan harpooneer
    whale through sperm imagination considerable themselves International AMERICAN obligatory
    associate declination project present table reformation phlegmatically`,
  de: `Donaudampfschifffahrtsgesellschaft Fußgängerübergang Schifffahrt Silbentrennung Aufzug
    Geschwindigkeitsbegrenzung Wissenschaft ÜBERMUT Österreich staatlich Rhythmus`,
  uk: `незалежність підприємство відповідальність Європейський суспільство історія
    двадцятиріччя перекладач КИЇВСЬКИЙ ґрунтовний їжджений щастя об'єднання`,
  fr: `extraordinaire constitution bibliothèque littérature république développement
    Révolution œuvres naïveté ÉGALITÉ l'administration aujourd'hui`,
  la: 'imperator respublica constitutiones',
};

function load(language: string): Patterns {
  const patterns = patternsFor(language);
  if (patterns === undefined) throw new Error(`no patterns for ${language}`);
  return patterns.load();
}

/** Where the hyphen package itself breaks a word. */
function breaksOf(patterns: Patterns): (word: string) => number[] {
  const options = { hyphenChar: '|', minWordLength: 1 };
  const hyphenate = createHyphenator(patterns as unknown as PatternsDefinition, options) as (
    word: string,
  ) => string;
  return (word) => {
    let offset = 0;
    return hyphenate(word)
      .split('|')
      .slice(0, -1)
      .map((syllable) => (offset += syllable.length));
  };
}

describe('compileHyb', () => {
  test.each(Object.keys(words))('breaks words of %s as the patterns do', (language) => {
    const patterns = load(language);
    const dictionary = readHyb(compileHyb(patterns));
    const expected = breaksOf(patterns);
    const list = (words[language] ?? '').split(/\s+/);
    const compiled = list.map((word) => [word, dictionary.breaks(word)]);
    expect(compiled).toEqual(list.map((word) => [word, expected(word)]));
    expect(list.some((word) => expected(word).length > 2)).toBe(true);
  });

  test('keeps to the exceptions of the language over its patterns', () => {
    const patterns = load('en');
    expect(patterns[2]).toHaveProperty('associate', [2, 5]);
    const { breaks } = readHyb(compileHyb(patterns));
    const { breaks: withoutExceptions } = readHyb(compileHyb([patterns[0], patterns[1]]));
    expect(breaks('associate')).toEqual([2, 5]);
    expect(withoutExceptions('associate')).not.toEqual([2, 5]);
    // Exceptions are whole words.
    expect(breaks('present')).toEqual([]);
    expect(breaks('presentation')).not.toEqual([]);
  });

  test.each([
    ['en', "Christmas's"],
    ['en', 'whaleman’s'],
    ['uk', 'комп’ютерний'],
    ['fr', 'aujourd’hui'],
  ])('knows words of %s with an apostrophe, %s, and breaks none beside it', (language, word) => {
    const mark = word.search(/['’]/);
    const found = readHyb(compileHyb(load(language))).breaks(word);
    expect(found).toBeDefined();
    expect(found).not.toContain(mark);
    expect(found).not.toContain(mark + 1);
  });

  test('breaks the rest of a word with an apostrophe', () => {
    const { breaks } = readHyb(compileHyb(load('uk')));
    expect(breaks('комп’ютерний')?.length).toBeGreaterThan(0);
  });

  test('says how long it is, and is the same every time', () => {
    const bytes = compileHyb(load('de'));
    expect(readHyb(bytes).fileSize).toBe(bytes.length);
    expect(Buffer.compare(Buffer.from(bytes), Buffer.from(compileHyb(load('de'))))).toBe(0);
  });

  test('knows no letters but those of the language', () => {
    expect(readHyb(compileHyb(load('en'))).breaks('незалежність')).toBeUndefined();
  });
});
