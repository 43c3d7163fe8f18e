import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { linesOf } from '../../src/cli/lines-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'colophon-lines-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('gives lines of files, from 1, and none of what is no file', () => {
  const lineOf = linesOf();
  writeFileSync(join(folder, 'file'), 'One\nTwo\n');
  expect(lineOf(join(folder, 'file'), 2)).toBe('Two');
  expect(lineOf(join(folder, 'file'), 9)).toBeUndefined();
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  for (const name of ['pipe', '.', 'nowhere']) expect(lineOf(join(folder, name), 1)).toBeUndefined();
});
