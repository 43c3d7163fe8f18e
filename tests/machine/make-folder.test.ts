import { existsSync, statSync } from 'node:fs';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
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
  await expect(makeFolder(file)).rejects.toThrow(`${file} is in the way: it is no folder`);
  await expect(makeFolder(join(file, 'below'))).rejects.toThrow('ENOTDIR');
});

test('names a link that leads nowhere', async () => {
  const dangling = join(base, 'link');
  await symlink(join(base, 'gone'), dangling);
  const told = `${dangling} is in the way: it is a link that leads to no folder`;
  await expect(makeFolder(dangling)).rejects.toThrow(told);
  await expect(makeFolder(join(dangling, 'below'))).rejects.toThrow(told);
});

test.runIf(existsSync('/proc/self'))('ends where the file system has no such folders', async () => {
  await expect(makeFolder('/proc/x')).rejects.toThrow('ENOENT');
  await expect(makeFolder('/proc/x/y/z')).rejects.toThrow('ENOENT');
});
