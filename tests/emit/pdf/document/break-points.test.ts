import { expect, test } from 'vitest';
import { breakPoints } from '../../../../src/emit/pdf/document/break-points.ts';
import { memoryShelf } from '../../../support/memory-shelf.ts';

const words = { en: new Set(['constructor', 'whale', 'remembering']), 'de-DE': new Set(['Erinnerung']) };

test('words have the places of their language, and those that stay whole are left out', () => {
  const points = breakPoints(words);
  expect(Object.keys(points['en'] ?? {})).toEqual(['constructor', 'remembering']);
  expect(points['de-DE']).toEqual({ Erinnerung: [2, 4, 6] });
});

test('what an earlier build found is what is found now', () => {
  const shelf = memoryShelf();
  expect(breakPoints(words, shelf)).toEqual(breakPoints(words));
  expect(breakPoints(words, shelf)).toEqual(breakPoints(words));
  expect(shelf.count.filled).toBe(1);
  const others = { fr: new Set(['souvenirs']), en: new Set(['remembering', 'harbour', 'valueOf']) };
  expect(JSON.stringify(breakPoints(others, shelf))).toBe(JSON.stringify(breakPoints(others)));
  expect(shelf.count.filled).toBe(2);
});
