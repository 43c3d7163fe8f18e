import { expect, it } from 'vitest';
import type { BuildResult } from '../../src/build/build.ts';
import { roundInWords } from '../../src/cli/build-report.ts';

const now = new Date(2026, 0, 2, 4, 5, 6);
const result = { ok: true, messages: [], timings: { total: 1234 } } as unknown as BuildResult;

it('says when, what was changed, and how long a round took', () => {
  expect(roundInWords({ changed: ['a.md'], result }, 'dist', now)).toBe('04:05:06  a.md: built in 1.2 s');
});

it('names a few of many files, and what a terminal would obey as what it is', () => {
  const changed = ['a\u001B.md', 'b.md', 'c.md', 'd.md', 'e.md'];
  expect(roundInWords({ changed, result }, 'dist', now)).toBe(
    '04:05:06  a\\u{1B}.md, b.md, c.md and 2 more: built in 1.2 s',
  );
});

it('says that the release is as it was where nothing was built', () => {
  const failed = { ...result, ok: false };
  expect(roundInWords({ changed: ['a.md'], result: failed }, 'dist', now)).toBe(
    '04:05:06  a.md: nothing was built in 1.2 s; dist is as it was',
  );
  expect(roundInWords({ changed: ['a.md'], error: new Error('lost') }, 'dist', now)).toBe(
    '04:05:06  a.md: nothing was built; dist is as it was',
  );
});
