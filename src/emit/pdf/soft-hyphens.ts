import createHyphenator, { type PatternsDefinition } from 'hyphen';
import { patternsFor } from './hyphenation.ts';

/**
 * A function that gives a text a soft hyphen (U+00AD) wherever a word may be broken: for
 * browsers that have no dictionaries and let us add none. Words shorter than six letters and
 * languages without patterns stay as they are; languages are BCP 47 tags.
 */
export function softHyphenator(): (text: string, language: string) => string {
  const known = new Map<string, (text: string) => string>();
  return (text, language) => {
    let hyphenate = known.get(language);
    if (hyphenate === undefined) {
      hyphenate = hyphenatorFor(language);
      known.set(language, hyphenate);
    }
    return hyphenate(text);
  };
}

function hyphenatorFor(language: string): (text: string) => string {
  const patterns = patternsFor(language);
  if (patterns === undefined) return (text) => text;
  return createHyphenator(patterns.load() as unknown as PatternsDefinition, { minWordLength: 6 }) as (
    text: string,
  ) => string;
}
