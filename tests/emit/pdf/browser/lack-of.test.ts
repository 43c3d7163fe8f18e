import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lackOf, lackOfRoom } from '../../../../src/emit/pdf/browser/lack-of.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'colophon-lack-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it.skipIf(process.platform === 'win32').each([
  [
    'chrome: error while loading shared libraries: libnss3.so: cannot open shared object file',
    127,
    'the system has no libnss3.so',
  ],
  ['Some other words', 1, undefined],
  ['A warning', 0, undefined],
])('says what the system has not for a browser that says: %s', async (words, status, reason) => {
  const executable = join(folder, `chrome-${status}`);
  await writeFile(executable, `#!/bin/sh\necho '${words}' >&2\nexit ${status}\n`);
  await chmod(executable, 0o755);
  const lack = await lackOf({ executable, env: {} });
  expect(lack?.reason).toBe(reason);
  expect(lack?.hint.includes('apt-get install chromium') ?? false).toBe(reason !== undefined);
});

it('says that the disk is full', async () => {
  const room =
    (bavail: number, blocks = 1000) =>
    async () => ({ bavail, blocks, bsize: 4096 });
  expect((await lackOfRoom(room(300)))?.reason).toMatch(/^the disk of \S+ has no more than 1,200 KB free$/);
  expect(await lackOfRoom(room(100_000, 200_000))).toBeUndefined();
  // A disk without limits, and one that tells nothing.
  expect(await lackOfRoom(room(0, 0))).toBeUndefined();
  expect(await lackOfRoom(() => Promise.reject(new Error('ENOENT')))).toBeUndefined();
});
