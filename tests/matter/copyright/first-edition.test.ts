import { expect, it } from 'vitest';
import { isFirstEdition } from '../../../src/matter/copyright/first-edition.ts';

it.each([undefined, 'First edition', '1. Auflage', 'Première édition', '初版', 'Первое издание'])(
  'knows %j for the first',
  (edition) => {
    expect(isFirstEdition(edition)).toBe(true);
  },
);

it.each(['Second, revised edition', '12. Auflage', '1.2', '第二版', 'Revised'])(
  'knows %j for a later one',
  (edition) => {
    expect(isFirstEdition(edition)).toBe(false);
  },
);
