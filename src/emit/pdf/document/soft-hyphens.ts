import createHyphenator, { type PatternsDefinition } from 'hyphen';
import { patternsFor } from '../../../language/hyphenation.ts';

/**
 * The most characters of a word that is divided: no language has longer ones. The time to divide one grows with the square
 * of its length.
 */
const most = 1000;

/**
 * A function that gives a text a soft hyphen (U+00AD) wherever a word may be broken: for
 * browsers that have no dictionaries and let us add none. Shorter words and languages without
 * patterns stay as they are; languages are BCP 47 tags.
 */
export function softHyphenator(fewestLetters = 6): (text: string, language: string) => string {
  const known = new Map<string, (text: string) => string>();
  return (text, language) => {
    let hyphenate = known.get(language);
    if (hyphenate === undefined) {
      hyphenate = hyphenatorFor(language, fewestLetters);
      known.set(language, hyphenate);
    }
    return hyphenate(text);
  };
}

function hyphenatorFor(language: string, minWordLength: number): (text: string) => string {
  const patterns = patternsFor(language);
  if (patterns === undefined) return (text) => text;
  const hyphenate = createHyphenator(patterns.load() as unknown as PatternsDefinition, {
    minWordLength,
  }) as (text: string) => string;
  return (text) => (hasLongWord(text) ? text : hyphenate(text));
}

function hasLongWord(text: string): boolean {
  return text.length > most && text.split(/\s+/).some(({ length }) => length > most);
}
