import { expect, test } from 'vitest';
import { TimeIsUp, withinTime } from '../../src/machine/within-time.ts';

test('What is done in time gives what it makes, nothing among it', () => {
  expect(withinTime(60_000, () => ['made'])).toEqual(['made']);
  expect(withinTime(60_000, () => undefined)).toBeUndefined();
});

test('What would never end is broken off, also within a regular expression', () => {
  const endless = () => {
    for (;;);
  };
  expect(() => withinTime(20, endless)).toThrow(TimeIsUp);
  expect(() => withinTime(20, () => /^(?:a+)+$/.test(`${'a'.repeat(60)}b`))).toThrow(TimeIsUp);
});

test('Faults stay what they are', () => {
  const fault = new TypeError('Ours');
  expect(() =>
    withinTime(60_000, () => {
      throw fault;
    }),
  ).toThrow(fault);
});
