import { expect, test } from 'vitest';
import { termsOf } from '../../../src/emit/site/search-options.ts';

test.each([
  ['The whale’s back, 1851', ['the', 'whales', 'back', '1851']],
  ['Čapek and ÉTÉ', ['capek', 'and', 'ete']],
  ['السَّفينة', ['السفينة']],
  ['ёлка', ['елка']],
  ['港を出た', ['港を', 'を出', '出た']],
  ['港', ['港']],
  ['हिन्दी', ['हिन्दी']],
  ['한국어', ['한국어']],
  ['… —', []],
])('the terms of %s', (text, terms) => {
  expect(termsOf(text)).toEqual(terms);
});
