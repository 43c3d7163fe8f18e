import { noShelf, plainData, type Shelf } from '../../../book/shelf.ts';
import type { Hyphenation } from '../page/pagination-script.ts';
import type { WordsByLanguage } from './long-words.ts';
import { softHyphenator } from './soft-hyphens.ts';

/** The fewest letters of a word that is divided, and the fewest before and after the hyphen. */
const fewest = { all: 5, before: 2, after: 3 };

/** By language and word; none for a word that stays whole. */
type Points = ReadonlyMap<string, ReadonlyMap<string, ReadonlyArray<number>>>;

const codec = plainData<Points>();

/**
 * Where words may be divided at the end of a line: numbers of characters before the hyphen.
 * Words without such a place are left out.
 *
 * @param words by BCP 47 language
 * @param divided what earlier builds found of their words
 */
export function breakPoints(words: WordsByLanguage, divided: Shelf = noShelf): Hyphenation {
  // They depend on nothing but the word, its language and the program.
  const { bytes, fill } = divided.slot([]);
  const earlier: Points = bytes === undefined ? new Map() : codec.unpack(bytes);
  const hyphenate = softHyphenator(fewest.all);
  let found = 0;
  const find = (word: string, language: string): number[] => {
    found += 1;
    return pointsIn(hyphenate(word, language), word.length);
  };
  const points: Points = new Map(
    Object.entries(words).map(([language, list]) => {
      const known = earlier.get(language);
      return [
        language,
        new Map(Array.from(list, (word) => [word, known?.get(word) ?? find(word, language)])),
      ];
    }),
  );
  if (found > 0) fill(() => codec.pack(points));
  return Object.fromEntries(
    Array.from(points, ([language, list]) => [
      language,
      Object.fromEntries([...list].filter(([, places]) => places.length > 0)),
    ]),
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
