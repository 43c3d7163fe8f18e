import { expect, test } from 'vitest';
import { changesInMarkdown } from '../../src/cli/changes-in-markdown.ts';
import { changesOf } from '../../src/compare/changes.ts';
import { releasedSection as section, releaseOfSections as release } from '../builders/compared-release.ts';

test('is a list under heads, and means nothing but itself', () => {
  const old = release([section('a', { title: 'A <b>*bold*</b> @title' })]);
  const next = release([section('a', { title: 'A <b>*bold*</b> @title', text: 'new', words: 1001 })]);
  expect(changesInMarkdown(changesOf(old, next))).toBe(
    '## The Whale: what has changed\n\n### Book\n\n- 1,001 words (+1)\n\n### Text\n\n' +
      '- A &lt;b>\\*bold\\*&lt;/b> \\@title: +1 word\n',
  );
  expect(changesInMarkdown(changesOf(old, old))).toContain('Nothing: both releases are the same.');
});

test('folds what a comment has no room for', () => {
  const chapters = (text: string) =>
    Array.from({ length: 40 }, (_, index) => section(`c${index}`, { text: `${text}${index}` }));
  const written = changesInMarkdown(changesOf(release(chapters('a')), release(chapters('b'))));
  expect(written).toContain('<details><summary>10 more</summary>');
  expect(written.match(/^- c\d+:/gm)).toHaveLength(40);
});
