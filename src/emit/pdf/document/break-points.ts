import type { Hyphenation } from '../page/pagination-script.ts';
import type { WordsByLanguage } from './long-words.ts';
import { softHyphenator } from './soft-hyphens.ts';

/** The fewest letters of a word that is divided, and the fewest before and after the hyphen. */
const fewest = { all: 5, before: 2, after: 3 };

/**
 * Where words may be divided at the end of a line: numbers of characters before the hyphen.
 * Words without such a place are left out.
 *
 * @param words by BCP 47 language
 */
export function breakPoints(words: WordsByLanguage): Hyphenation {
  const hyphenate = softHyphenator(fewest.all);
  return Object.fromEntries(
    Object.entries(words).map(([language, list]) => {
      const divided = [...list].flatMap((word): Array<[string, number[]]> => {
        const points = pointsIn(hyphenate(word, language), word.length);
        return points.length === 0 ? [] : [[word, points]];
      });
      return [language, Object.fromEntries(divided)];
    }),
  );
}

function pointsIn(hyphenated: string, length: number): number[] {
  const points: number[] = [];
  let at = 0;
  for (const character of hyphenated) {
    if (character !== '\u00AD') at += character.length;
    else if (at >= fewest.before && at <= length - fewest.after) points.push(at);
  }
  return points;
}
