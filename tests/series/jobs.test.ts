import { expect, it } from 'vitest';
import { jobsFor, threadsFor } from '../../src/series/jobs.ts';

const GB = 2 ** 30;

it('as many books are built at a time as there are cores and memory for', () => {
  expect(jobsFor(undefined, 40, 8, 64 * GB)).toBe(8);
  expect(jobsFor(undefined, 40, 8, 4 * GB)).toBe(2);
  expect(jobsFor(undefined, 40, 8, GB / 2)).toBe(1);
});

it('or as many as are asked for, but never more than there are books', () => {
  expect(jobsFor(12, 40, 2, GB)).toBe(12);
  expect(jobsFor(12, 3, 2, GB)).toBe(3);
});

it('builds have a second thread where each has a second core', () => {
  expect([threadsFor(1, 1), threadsFor(2, 4), threadsFor(2, 3), threadsFor(8, 8)]).toEqual([2, 2, 1, 1]);
});
