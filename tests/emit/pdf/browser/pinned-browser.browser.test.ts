import { existsSync } from 'node:fs';
import { appendFile, mkdir, mkdtemp, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { pinnedBrowser } from '../../../../src/emit/pdf/browser/pinned-browser.ts';
import { digestOf, isGenuine } from '../../../../src/emit/pdf/browser/seal.ts';

let base: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'colophon-pinned-'));
});
afterAll(() => rm(base, { recursive: true, force: true }));

const canRun = process.platform === 'linux' && process.arch === 'x64';

/** The browser in a cache of its own. */
async function unpacked(): Promise<{ readonly executable: string; readonly version: string }> {
  vi.stubEnv('XDG_CACHE_HOME', base);
  const found = await pinnedBrowser();
  if (found === undefined) throw new Error('there is no pinned browser');
  return found;
}

test.runIf(canRun)('a browser planted in the cache, or changed there, is never started', async () => {
  const folder = join(base, 'colophon', 'chromium-147.0.0');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, 'chromium'), '#!/bin/sh\ntouch "$0.ran"\n', { mode: 0o755 });
  await writeFile(join(folder, 'seal.json'), '{"digest":"","stamps":""}');
  const { executable, version } = await unpacked();
  expect(version).toBe('147.0.0');
  expect(executable).toBe(join(folder, 'chromium'));
  const genuine = await digestOf(folder);

  const library = join(folder, 'libEGL.so');
  const { atime, mtime, size } = await stat(library);
  const bytes = await readFile(library);
  await writeFile(
    library,
    bytes.map((byte, at) => (at === size - 1 ? byte ^ 1 : byte)),
  );
  // A change cannot be hidden: its own time is the kernel's.
  await utimes(library, atime, mtime);
  expect(await isGenuine(folder, version)).toBe(false);
  await unpacked();
  expect(await digestOf(folder)).toBe(genuine);
  expect((await readFile(library)).equals(bytes)).toBe(true);

  await appendFile(join(folder, 'al2023', 'lib', 'more.so'), 'x');
  expect(await isGenuine(folder, version)).toBe(false);
  await rm(join(folder, 'al2023', 'lib', 'more.so'));
  await symlink('/bin/sh', join(folder, 'link'));
  expect(await isGenuine(folder, version)).toBe(false);
  await rm(join(folder, 'link'));
  expect(existsSync(`${executable}.ran`)).toBe(false);
});

test.runIf(canRun)('one whose files were only moved or touched is hashed again and kept', async () => {
  const { executable, version } = await unpacked();
  const folder = dirname(executable);
  const before = await readFile(join(folder, 'seal.json'), 'utf8');
  await utimes(executable, 1, 1);
  expect(await isGenuine(folder, version)).toBe(true);
  const after = await readFile(join(folder, 'seal.json'), 'utf8');
  expect(after).not.toBe(before);
  expect(await isGenuine(folder, version)).toBe(true);
  expect(await readFile(join(folder, 'seal.json'), 'utf8')).toBe(after);
});
