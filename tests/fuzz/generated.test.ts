import fc from 'fast-check';
import { expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import { folderOf } from '../builders/folder.ts';
import { manuscripts } from './manuscript.ts';

/** What no manuscript can be at fault for. */
const ours = /^(?:epubcheck\/|text-lost|note-lost|facts-differ|pdf-)/;

const { COLOPHON_FUZZ_RUNS: runs = '24', COLOPHON_FUZZ_SEED: seed = '1867' } = process.env;

test(
  'generated manuscripts become books with every word and note, or are told what is wrong with them',
  async () => {
    expect.hasAssertions();
    await fc.assert(
      fc.asyncProperty(manuscripts, async (files) => {
        const { ok, messages } = await build(await folderOf(files), {});
        expect(messages.filter(({ rule }) => ours.test(rule))).toEqual([]);
        expect(ok).toBe(!messages.some(({ severity }) => severity === 'error'));
      }),
      { numRuns: Number(runs), seed: Number(seed), endOnFailure: true },
    );
  },
  // A night has 36,000 seconds.
  Math.max(120, Number(runs) * 10) * 1000,
);
