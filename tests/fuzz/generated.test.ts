import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc, { type Arbitrary } from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { KeptBrowser } from '../../src/build/browsers.ts';
import { runJob } from '../../src/build/build.ts';
import { Job } from '../../src/build/job.ts';
import type { BuildOptions } from '../../src/build/options.ts';
import { writeFiles } from '../builders/folder.ts';
import { booksOfOthers, manuscripts, type Files } from './manuscript.ts';
import { namedFiles } from './things.ts';

const found = new URL('../fixtures/fuzz/', import.meta.url).pathname;

/** What no manuscript can be at fault for. */
const ours = /^(?:epubcheck\/|text-lost|note-lost|facts-differ|pdf-|pages-unsettled|internal)/;

/** So many manuscripts in all editions, and so many more as e-books: what makes 200 in every run of the tests. */
const {
  COLOPHON_FUZZ_RUNS: runs = '24',
  COLOPHON_FUZZ_EBOOKS: ebooks = '176',
  COLOPHON_FUZZ_SEED: seed = '1867',
  COLOPHON_FUZZ_PATH: path = '',
} = process.env;

/** A browser for all of them. */
const browser = new KeptBrowser();
afterAll(() => browser.close());

/** A book is made of it, or messages tell what is wrong with it. */
async function buildHolds(folder: string, options: BuildOptions): Promise<void> {
  const { ok, messages } = await runJob(folder, new Job(options, browser));
  expect(messages.filter(({ rule }) => ours.test(rule))).toEqual([]);
  expect(ok).toBe(!messages.some(({ severity }) => severity === 'error'));
}

describe('generated manuscripts', () => {
  it.each<[editions: string, options: BuildOptions, runs: number, kind: Arbitrary<Files>]>([
    ['books in all editions', {}, Number(runs), manuscripts()],
    ['e-books', { only: ['epub'] }, Number(ebooks), manuscripts('epub: { pages: false }')],
    ['books of other programs', {}, Math.ceil(Number(runs) / 4), booksOfOthers],
  ])(
    'become %s with every word and note, or are told what is wrong with them',
    async (_, options, numRuns, kind) => {
      expect.hasAssertions();
      await fc.assert(
        fc.asyncProperty(kind, async (files) => {
          const folder = await mkdtemp(join(tmpdir(), 'colophon-fuzz-'));
          await writeFiles(folder, { ...namedFiles, ...files });
          await buildHolds(folder, options).catch((error: unknown) => {
            // What fails becomes a fixture: the folder stays.
            throw new Error(`Not as it should be: ${folder}`, { cause: error });
          });
          await rm(folder, { recursive: true, force: true });
        }),
        { numRuns, seed: Number(seed) + numRuns, path, endOnFailure: true },
      );
    },
    // A night has 36,000 seconds.
    Math.max(240, Number(runs) * 10, Number(ebooks) * 10) * 1000,
  );

  it('that once failed become books', async () => {
    const folders = await readdir(found);
    expect(folders).not.toHaveLength(0);
    for (const name of folders) await buildHolds(join(found, name), {});
  });
});
