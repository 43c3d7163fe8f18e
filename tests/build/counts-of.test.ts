import { expect, test } from 'vitest';
import { countsOf } from '../../src/build/counts-of.ts';
import { artifact } from '../../src/release/artifacts.ts';
import { makeMetadata } from '../builders/metadata.ts';

test('pages, words and notes are counted in the manifest', () => {
  const manifest = {
    checks: {
      text: { errors: 0, epub: { words: 1200 }, pdf: { words: 1234 } },
      notes: { manuscript: { notes: 1 } },
    },
  };
  const result = { ok: true, messages: [], metadata: makeMetadata(), timings: {}, tasks: [] };
  const artifacts = [artifact('release.json', 'manifest', Buffer.from(JSON.stringify(manifest)))];
  const pageMap = { pages: [{ label: '1', blank: false }], anchors: new Map<string, number>(), starts: [] };
  expect(countsOf({ ...result, artifacts, pageMap })).toEqual(['1 page', '1,234 words', '1 note']);
  expect(countsOf({ ...result, artifacts: [] })).toEqual([]);
});
