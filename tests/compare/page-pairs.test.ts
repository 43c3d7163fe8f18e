import { describe, expect, it } from 'vitest';
import { changesOf, type ComparedRelease } from '../../src/compare/changes.ts';
import { pagePairs } from '../../src/compare/page-pairs.ts';
import { releasedSection as section, releaseOfSections as release } from '../builders/compared-release.ts';

/** Pairs as “old new section”, by what viewers call the pages. */
function pairs(old: ComparedRelease, next: ComparedRelease): string[] {
  const label = ({ manifest }: ComparedRelease, index: number | undefined): string =>
    index === undefined ? '–' : (manifest.pageMap?.[index]?.label ?? '?');
  return pagePairs(old, next, changesOf(old, next)).map(
    (pair) => `${label(old, pair.old)} ${label(next, pair.new)} ${pair.section}`,
  );
}

const three = [section('one', { pages: 2 }), section('two', { pages: 3 }), section('three', { pages: 2 })];

describe('pagePairs', () => {
  it('are all pages, one by one, of releases that have the same', () => {
    expect(pairs(release(three), release(three))).toEqual([
      '1 1 one',
      '2 2 one',
      '3 3 two',
      '4 4 two',
      '5 5 two',
      '6 6 three',
      '7 7 three',
    ]);
  });

  it('leave out what has only moved, and match a section that has grown by how its pages begin', () => {
    const grown = release([
      section('one', { pages: 2 }),
      section('two', { pages: 4, text: 'more' }),
      section('three', { pages: 2 }),
    ]);
    const begins = (grown.manifest.pageMap ?? []).map(({ begins: words }) => words);
    // A page has come in behind the first: the others begin as they did.
    const pageMap = ['one 0', 'one 1', 'two 0', 'new words', 'two 1', 'two 2', 'three 0', 'three 1'].map(
      (words, index) => ({ label: String(index + 1), begins: words }),
    );
    expect(begins).toHaveLength(8);
    const next = { ...grown, manifest: { ...grown.manifest, pageMap } };
    expect(pairs(release(three), next)).toEqual([
      '1 1 one',
      '2 2 one',
      '3 3 two',
      '– 4 two',
      '4 5 two',
      '5 6 two',
    ]);
  });

  it('have no counterpart in sections that are new or gone', () => {
    const [one, two] = [section('one', { pages: 2 }), section('two', { pages: 1 })];
    expect(pairs(release([one]), release([one, two]))).toEqual(['1 1 one', '2 2 one', '– 3 two']);
    expect(pairs(release([one, two]), release([one]))).toEqual(['1 1 one', '2 2 one', '3 – two']);
  });

  it('are none where nothing is known of pages', () => {
    const unprinted = release([section('one', { pages: undefined })]);
    expect(pairs(unprinted, unprinted)).toEqual([]);
  });
});
