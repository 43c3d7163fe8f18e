import { existsSync, statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFolder } from '../../src/machine/make-folder.ts';

let base: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'colophon-folder-'));
});
afterEach(() => rm(base, { recursive: true, force: true }));

test('makes a folder and those around it, by many at once', async () => {
  const path = join(base, 'a', 'b', 'c');
  await Promise.all(Array.from({ length: 8 }, async () => makeFolder(path, 0o700)));
  expect(statSync(path).isDirectory()).toBe(true);
  expect(statSync(path).mode & 0o777).toBe(0o700);
  await expect(makeFolder(path)).resolves.toBeUndefined();
});

test('makes a folder while others make those around it', async () => {
  for (let round = 0; round < 200; round += 1) {
    const around = join(base, String(round));
    const paths = [join(around, 'a', 'b'), join(around, 'a'), around, join(around, 'a', 'c')];
    const each = paths.flatMap((path) => [makeFolder(path), makeFolder(path)]);
    await expect(Promise.all(each)).resolves.toHaveLength(each.length);
  }
});

test('takes no file for a folder', async () => {
  const file = join(base, 'file');
  await writeFile(file, '');
  await expect(makeFolder(file)).rejects.toThrow('EEXIST');
  await expect(makeFolder(join(file, 'below'))).rejects.toThrow('ENOTDIR');
});

test.runIf(existsSync('/proc/self'))('ends where the file system has no such folders', async () => {
  await expect(makeFolder('/proc/x')).rejects.toThrow('ENOENT');
  await expect(makeFolder('/proc/x/y/z')).rejects.toThrow('ENOENT');
});
