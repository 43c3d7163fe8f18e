import { expect, it, vi } from 'vitest';
import { UsageError } from '../../src/book/errors.ts';
import { statedEpoch } from '../../src/build/stated.ts';

it.each([
  ['1700000000', undefined, 1_700_000_000],
  ['1700000000', 5, 5],
  ['', undefined, undefined],
  ['253402300799', undefined, 253_402_300_799],
])('what SOURCE_DATE_EPOCH=%s states beside the option %s is %s', (variable, epoch, stated) => {
  vi.stubEnv('SOURCE_DATE_EPOCH', variable);
  expect(statedEpoch(epoch === undefined ? {} : { epoch })).toBe(stated);
});

it.each(['yesterday', '-1', '1.5', '253402300800', '1e9', '99999999999999999999'])(
  'SOURCE_DATE_EPOCH=%s is an error',
  (variable) => {
    vi.stubEnv('SOURCE_DATE_EPOCH', variable);
    expect(() => statedEpoch({})).toThrow(
      new UsageError(`SOURCE_DATE_EPOCH takes whole seconds from 1970 to the year 9999, not "${variable}"`),
    );
  },
);
