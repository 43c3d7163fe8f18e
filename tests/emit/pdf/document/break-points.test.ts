import { expect, test } from 'vitest';
import { breakPoints } from '../../../../src/emit/pdf/document/break-points.ts';
import { memoryShelf } from '../../../support/memory-shelf.ts';

const words = { en: new Set(['constructor', 'whale', 'remembering']), 'de-DE': new Set(['Erinnerung']) };

test('words have the places of their language, and those that stay whole are left out', async () => {
  const points = await breakPoints(() => [words]);
  expect(Object.keys(points['en'] ?? {})).toEqual(['constructor', 'remembering']);
  expect(points['de-DE']).toEqual({ Erinnerung: [2, 4, 6] });
});

test('a word of two pieces is one, by its language', async () => {
  const pieces = [{ en: new Set(['whale']) }, words, { en: new Set(['remembering', 'harbour']) }];
  const points = await breakPoints(() => pieces);
  expect(Object.keys(points['en'] ?? {})).toEqual(['constructor', 'remembering', 'harbour']);
  expect(points['de-DE']).toEqual({ Erinnerung: [2, 4, 6] });
});

test('what an earlier build found is what is found now', async () => {
  const shelf = memoryShelf();
  const expected = await breakPoints(() => [words]);
  expect(await breakPoints(() => [words], shelf)).toEqual(expected);
  expect(await breakPoints(() => [words], shelf)).toEqual(expected);
  expect(shelf.count.filled).toBe(1);
  const others = { fr: new Set(['souvenirs']), en: new Set(['remembering', 'harbour', 'valueOf']) };
  const kept = await breakPoints(() => [others], shelf);
  expect(JSON.stringify(kept)).toBe(JSON.stringify(await breakPoints(() => [others])));
  expect(shelf.count.filled).toBe(2);
});

test('where there are many, the thread does other things in between', async () => {
  const many = new Set(Array.from({ length: 2000 }, (_, index) => `remembering${letters(index)}`));
  let turns = 0;
  let turning = setImmediate(function turn() {
    turns++;
    turning = setImmediate(turn);
  });
  const { en = {} } = await breakPoints(() => [{ en: many }]);
  clearImmediate(turning);
  expect(Object.keys(en)).toEqual([...many]);
  expect(turns).toBeGreaterThan(2);
});

/** A number in letters. */
function letters(number: number): string {
  return number.toString().replaceAll(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
}
