import { expect, it } from 'vitest';
import { isPassing } from '../../../src/machine/changes/passing-names.ts';

it.each([
  '.git',
  'node_modules',
  'chapter.md~',
  '#chapter.md#',
  '.#chapter.md',
  '.chapter.md.swp',
  '4913',
  '.~lock.chapter.odt#',
  '~$chapter.docx',
  'chapter.md___jb_tmp___',
  '.goutputstream-X1Y2Z3',
  'chapter.md.sb-1a2b3c4d-AbCdEf',
  '.DS_Store',
])('%s is no part of a manuscript', (name) => {
  expect(isPassing(name)).toBe(true);
});

it.each(['chapter.md', 'book.yaml', 'theme.css', '4913.md', '.hidden.md', 'map#1.png', 'tmp', 'git.md'])(
  '%s may be a part of one',
  (name) => {
    expect(isPassing(name)).toBe(false);
  },
);
