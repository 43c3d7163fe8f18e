import { existsSync, statSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cacheFolder } from '../../src/machine/cache-folder.ts';

let base: string;
let wanted: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'colophon-cache-'));
  wanted = join(base, 'colophon');
  vi.stubEnv('XDG_CACHE_HOME', base);
});
afterEach(() => rm(base, { recursive: true, force: true }));

describe('cacheFolder', () => {
  test('is made for the user alone', async () => {
    expect(await cacheFolder()).toEqual({ path: wanted });
    expect(statSync(wanted).mode & 0o777).toBe(0o700);
    expect(await cacheFolder()).toEqual({ path: wanted });
  });

  test('lies in the home where no place is stated, or a relative one', async () => {
    vi.stubEnv('HOME', base);
    for (const stated of ['', 'relative']) {
      vi.stubEnv('XDG_CACHE_HOME', stated);
      expect(await cacheFolder()).toEqual({ path: join(base, '.cache', 'colophon') });
    }
  });

  const planted: ReadonlyArray<readonly [string, RegExp, () => Promise<void>]> = [
    [
      'others may write to',
      /other users may write to it$/,
      async () => {
        await mkdir(wanted);
        await chmod(wanted, 0o777);
      },
    ],
    ['is a link', /it is not a folder$/, async () => symlink(tmpdir(), wanted)],
    ['is a file', /it is not a folder$/, async () => writeFile(wanted, '')],
    [
      'lies where others may exchange it',
      /other users may write to the folder it lies in$/,
      async () => chmod(base, 0o777),
    ],
    [
      'lies in a folder of another user',
      /the folder it lies in belongs to another user$/,
      async () => {
        await mkdir(wanted);
        await chown(base, 1234, 1234);
      },
    ],
    ['cannot be made', /is in the way/, async () => void vi.stubEnv('XDG_CACHE_HOME', '/dev/null')],
  ];
  test.each(planted)('passes over one that %s, for a private one', async (_, reason, plant) => {
    await plant();
    const { path, passing } = await cacheFolder();
    expect(passing).toMatch(reason);
    expect(path.startsWith(join(tmpdir(), 'colophon-'))).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(existsSync(path)).toBe(true);
  });

  test.runIf(process.getuid?.() === 0)('passes over one of another user', async () => {
    await mkdir(wanted, { mode: 0o700 });
    await chown(wanted, 12_345, 12_345);
    expect((await cacheFolder()).passing).toMatch(/it belongs to another user$/);
  });
});
