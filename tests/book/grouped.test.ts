import { expect, it } from 'vitest';
import { groupedBy } from '../../src/book/grouped.ts';

it('groups by a key, in the order of the items', () => {
  const groups = groupedBy(['whale', 'boat', 'wave', 'bow'], ([letter = '']) => letter);
  expect([...groups]).toEqual([
    ['w', ['whale', 'wave']],
    ['b', ['boat', 'bow']],
  ]);
});
