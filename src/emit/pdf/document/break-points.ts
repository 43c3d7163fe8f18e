import { setImmediate } from 'node:timers/promises';
import { ownLocales, withOwnLocales, type OwnLocales } from '../../../language/own-locales.ts';
import { noShelf, plainData, type Key, type Shelf } from '../../../book/shelf.ts';
import type { Hyphenation } from '../page/pagination-script.ts';
import { longWords, type TextsByLanguage } from './long-words.ts';
import { softHyphenator } from './soft-hyphens.ts';

/** The fewest letters of a word that is divided, and the fewest before and after the hyphen. */
const fewest = { all: 5, before: 2, after: 3 };

/** By language and word; none for a word that stays whole. */
type Points = ReadonlyMap<string, ReadonlyMap<string, ReadonlyArray<number>>>;

const codec = plainData<Points>();

/** How many words are looked at in one go, and how many divided. */
const atOnce = { looked: 5000, divided: 50 };

/** Where words may be divided, and what is to be kept of it. */
export interface BreakPoints {
  readonly points: Hyphenation;
  /** For later builds, where they would find other words in what was kept. */
  readonly kept?: Uint8Array;
}

/**
 * Where the words of texts may be divided at the end of a line: numbers of characters before the hyphen.
 * Words without such a place are left out. They are found and divided some at a time, so that whatever else the
 * thread is asked for meanwhile is answered: above all the document, which the browser waits for.
 *
 * @param earlier what an earlier build kept
 * @param locales what the author of the book says of languages: another thread knows nothing of it
 */
export function breakPoints(
  texts: TextsByLanguage,
  earlier?: Uint8Array,
  locales: OwnLocales = ownLocales(),
): Promise<BreakPoints> {
  return withOwnLocales(locales, () => findPoints(texts, earlier));
}

async function findPoints(texts: TextsByLanguage, earlier: Uint8Array | undefined): Promise<BreakPoints> {
  await setImmediate();
  // They depend on nothing but the word, its language and the program.
  const known: Points = earlier === undefined ? new Map() : codec.unpack(earlier);
  const hyphenate = softHyphenator(fewest.all);
  const points = new Map<string, Map<string, ReadonlyArray<number>>>();
  let looked = 0;
  let divided = 0;
  for (const [language, text] of Object.entries(texts)) {
    const here = new Map<string, ReadonlyArray<number>>();
    points.set(language, here);
    for (const word of longWords(text)) {
      if (++looked % atOnce.looked === 0) await setImmediate();
      if (here.has(word)) continue;
      const before = known.get(language)?.get(word);
      here.set(word, before ?? pointsIn(hyphenate(word, language), word.length));
      if (before === undefined && ++divided % atOnce.divided === 0) await setImmediate();
    }
  }
  return {
    points: Object.fromEntries(
      Array.from(points, ([language, list]) => [
        language,
        Object.fromEntries([...list].filter(([, places]) => places.length > 0)),
      ]),
    ),
    ...(divided > 0 && { kept: codec.pack(points) }),
  };
}

/**
 * Where the words of texts may be divided; what is found is kept.
 *
 * @param shelf what earlier builds found of their words
 * @param find finds it, here or elsewhere
 */
export async function hyphenationOf(
  texts: TextsByLanguage,
  shelf: Shelf = noShelf,
  find: (texts: TextsByLanguage, earlier?: Uint8Array) => Promise<BreakPoints> = breakPoints,
): Promise<Hyphenation> {
  const { bytes, fill } = shelf.slot(keyOf(ownLocales()));
  const { points, kept } = await find(texts, bytes);
  if (kept !== undefined) fill(() => kept);
  return points;
}

/** What decides where words are divided besides the program. */
function keyOf(locales: OwnLocales): Key {
  const own = [...locales].flatMap(([tag, { hyphenation }]) =>
    hyphenation === undefined ? [] : [[tag, hyphenation]],
  );
  return own.length === 0 ? [] : [JSON.stringify(own)];
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
