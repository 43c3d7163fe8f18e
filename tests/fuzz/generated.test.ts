import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { KeptBrowser } from '../../src/build/browsers.ts';
import { runJob } from '../../src/build/build.ts';
import { Job } from '../../src/build/job.ts';
import type { BuildOptions } from '../../src/build/options.ts';
import { folderOf } from '../builders/folder.ts';
import { manuscripts } from './manuscript.ts';

/** What no manuscript can be at fault for. */
const ours = /^(?:epubcheck\/|text-lost|note-lost|facts-differ|pdf-)/;

const { COLOPHON_FUZZ_RUNS: runs, COLOPHON_FUZZ_SEED: seed = '1867' } = process.env;

/** A browser for all of them. */
const browser = new KeptBrowser();
afterAll(() => browser.close());

test.each<[editions: string, options: BuildOptions, runs: number]>([
  ['books in all editions', {}, Number(runs ?? 24)],
  ['e-books', { only: ['epub'] }, Number(runs ?? 176)],
])(
  'generated manuscripts become %s with every word and note, or are told what is wrong with them',
  async (_, options, numRuns) => {
    expect.hasAssertions();
    await fc.assert(
      fc.asyncProperty(manuscripts, async (files) => {
        const { ok, messages } = await runJob(await folderOf(files), new Job(options, browser));
        expect(messages.filter(({ rule }) => ours.test(rule))).toEqual([]);
        expect(ok).toBe(!messages.some(({ severity }) => severity === 'error'));
      }),
      { numRuns, seed: Number(seed) + numRuns, endOnFailure: true },
    );
  },
  // A night has 36,000 seconds.
  Math.max(240, Number(runs ?? 0) * 10) * 1000,
);
