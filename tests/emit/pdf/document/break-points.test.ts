import { expect, test } from 'vitest';
import { breakPoints, hyphenationOf } from '../../../../src/emit/pdf/document/break-points.ts';
import { memoryShelf } from '../../../support/memory-shelf.ts';

const texts = { en: 'A constructor, a whale:\nremembering whales', 'de-DE': 'Erinnerung' };

test('words have the places of their language, and those that stay whole are left out', async () => {
  const { points } = await breakPoints(texts);
  expect(Object.keys(points['en'] ?? {})).toEqual(['constructor', 'remembering']);
  expect(points['de-DE']).toEqual({ Erinnerung: [2, 4, 6] });
});

test('what an earlier build found is what is found now', async () => {
  const shelf = memoryShelf();
  const expected = await hyphenationOf(texts);
  expect(expected).toEqual((await breakPoints(texts)).points);
  expect(await hyphenationOf(texts, shelf)).toEqual(expected);
  expect(await hyphenationOf(texts, shelf)).toEqual(expected);
  expect(shelf.count.filled).toBe(1);
  const others = { fr: 'souvenirs', en: 'remembering harbour valueOf' };
  const found = await hyphenationOf(others, shelf);
  expect(JSON.stringify(found)).toBe(JSON.stringify(await hyphenationOf(others)));
  expect(shelf.count.filled).toBe(2);
});

test('where there are many, the thread does other things in between', async () => {
  const many = Array.from({ length: 2000 }, (_, index) => `remembering${letters(index)}`);
  const turnsOf = async (all: string): Promise<{ turns: number; words: string[] }> => {
    let turns = 0;
    let turning = setImmediate(function turn() {
      turns++;
      turning = setImmediate(turn);
    });
    const { points } = await breakPoints({ en: all });
    clearImmediate(turning);
    return { turns, words: Object.keys(points['en'] ?? {}) };
  };
  const others = await turnsOf(many.join(' '));
  expect(others.words).toEqual(many);
  expect(others.turns).toBeGreaterThan(20);
  const same = await turnsOf('remembering '.repeat(50_000));
  expect(same.words).toEqual(['remembering']);
  expect(same.turns).toBeGreaterThan(5);
});

/** A number in letters. */
function letters(number: number): string {
  return number.toString().replaceAll(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
}
