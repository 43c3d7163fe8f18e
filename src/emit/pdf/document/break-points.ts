import { setImmediate } from 'node:timers/promises';
import { noShelf, plainData, type Shelf } from '../../../book/shelf.ts';
import type { Hyphenation } from '../page/pagination-script.ts';
import type { WordsByLanguage } from './long-words.ts';
import { softHyphenator } from './soft-hyphens.ts';

/** The fewest letters of a word that is divided, and the fewest before and after the hyphen. */
const fewest = { all: 5, before: 2, after: 3 };

/** By language and word; none for a word that stays whole. */
type Points = ReadonlyMap<string, ReadonlyMap<string, ReadonlyArray<number>>>;

const codec = plainData<Points>();

/** How many words are divided in one go. */
const atOnce = 50;

/**
 * Where words may be divided at the end of a line: numbers of characters before the hyphen.
 * Words without such a place are left out. They are found and divided some at a time, so that whatever else the
 * thread is asked for meanwhile is answered: above all the document, which the browser waits for.
 *
 * @param words by BCP 47 language, piece by piece; asked for when there is time
 * @param divided what earlier builds found of their words
 */
export async function breakPoints(
  words: () => Iterable<WordsByLanguage>,
  divided: Shelf = noShelf,
): Promise<Hyphenation> {
  await setImmediate();
  // They depend on nothing but the word, its language and the program.
  const { bytes, fill } = divided.slot([]);
  const earlier: Points = bytes === undefined ? new Map() : codec.unpack(bytes);
  const hyphenate = softHyphenator(fewest.all);
  const points = new Map<string, Map<string, ReadonlyArray<number>>>();
  let found = 0;
  for (const piece of words()) {
    for (const [language, list] of Object.entries(piece)) {
      const known = earlier.get(language);
      const here = points.get(language) ?? new Map<string, ReadonlyArray<number>>();
      points.set(language, here);
      for (const word of list) {
        if (here.has(word)) continue;
        const places = known?.get(word) ?? pointsIn(hyphenate(word, language), word.length);
        here.set(word, places);
        if (known?.has(word) !== true && ++found % atOnce === 0) await setImmediate();
      }
    }
    await setImmediate();
  }
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
