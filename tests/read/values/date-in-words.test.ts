import { expect, test } from 'vitest';
import { isoDate } from '../../../src/read/values/date-in-words.ts';

test.each([
  ['31 May 2015', '2015-05-31'],
  ['May 31, 2015', '2015-05-31'],
  ['May 1st, 2015', '2015-05-01'],
  ['Sept. 2015', '2015-09'],
  ['31. Mai 2015', '2015-05-31'],
  ['1. März 2015', '2015-03-01'],
  ['1er février 2015', '2015-02-01'],
  ['3 de mayo de 2015', '2015-05-03'],
  ['31.5.2015', '2015-05-31'],
  ['05/31/2015', '2015-05-31'],
  ['31/05/2015', '2015-05-31'],
  ['2015/05/31', '2015-05-31'],
  ['2015/5', '2015-05'],
])('%s is %s', (written, date) => {
  expect(isoDate(written)).toBe(date);
});

test.each(['03/04/2015', 'Spring 2015', 'soon', '31 Mayo', ''])('of "%s" it cannot be told', (written) => {
  expect(isoDate(written)).toBeUndefined();
});
