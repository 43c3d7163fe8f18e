import { existsSync, statSync } from 'node:fs';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { limits } from '../../../src/book/limits.ts';
import { BuildCache, clearKept, keptSize } from '../../../src/machine/cache/build-cache.ts';

let base: string;
let folder: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'colophon-kept-'));
  folder = join(base, 'colophon', 'builds');
  vi.stubEnv('XDG_CACHE_HOME', base);
});
afterEach(() => rm(base, { recursive: true, force: true }));

/** What a build of a book finds, and leaves where there is nothing. */
async function build(book: string, keys: ReadonlyArray<string>, kind = 'work'): Promise<string[]> {
  const cache = (await BuildCache.of(book))!;
  const found = keys.map((key) => {
    const { bytes, fill } = cache.shelf(kind).slot([key, new Uint8Array([1])]);
    if (bytes === undefined) fill(() => Buffer.from(`of ${key}`));
    return bytes === undefined ? 'nothing' : Buffer.from(bytes).toString();
  });
  await cache.save();
  return found;
}

const onlyFile = async (): Promise<string> => join(folder, (await readdir(folder))[0]!);

describe('what a build keeps', () => {
  it('is found by the next of the same book, for the same kind of work, and by no other', async () => {
    expect(await build('moby-dick', ['a', 'b'])).toEqual(['nothing', 'nothing']);
    expect(await build('moby-dick', ['b', 'a', 'c'])).toEqual(['of b', 'of a', 'nothing']);
    expect(await build('omoo', ['a'])).toEqual(['nothing']);
    expect(await build('moby-dick', ['a'], 'other work')).toEqual(['nothing']);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('goes when a build that leaves something new asks for it no more', async () => {
    await build('moby-dick', ['a', 'b']);
    await build('moby-dick', ['b', 'c']);
    expect(await build('moby-dick', ['b', 'c', 'a'])).toEqual(['of b', 'of c', 'nothing']);
  });

  it('tells parts of a key apart', async () => {
    const cache = (await BuildCache.of('moby-dick'))!;
    cache
      .shelf('work')
      .slot(['ab', 'c'])
      .fill(() => Buffer.from('x'));
    expect(cache.shelf('work').slot(['a', 'bc']).bytes).toBeUndefined();
  });

  it('may be written by several builds at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => build('moby-dick', ['a', 'b'])));
    expect(await build('moby-dick', ['a', 'b'])).toEqual(['of a', 'of b']);
    expect(await readdir(folder)).toHaveLength(1);
  });

  it.each([
    ['has changed', async (path: string) => writeFile(path, (await readFile(path)).with(40, 0))],
    ['was cut off', async (path: string) => writeFile(path, (await readFile(path)).subarray(0, 40))],
    ['is empty', async (path: string) => writeFile(path, '')],
    ['others could have written', async (path: string) => chmod(path, 0o666)],
    [
      'is a link',
      async (path: string) => {
        await rename(path, join(base, 'elsewhere'));
        await symlink(join(base, 'elsewhere'), path);
      },
    ],
  ])('is passed over where its file %s, and made anew', async (_, harm) => {
    await build('moby-dick', ['a']);
    await harm(await onlyFile());
    expect(await build('moby-dick', ['a'])).toEqual(['nothing']);
    expect(await build('moby-dick', ['a'])).toEqual(['of a']);
  });

  it('is not looked for in a folder that others can write to, or that is a link', async () => {
    await build('moby-dick', ['a']);
    await chmod(folder, 0o777);
    expect(await BuildCache.of('moby-dick')).toBeUndefined();
    await chmod(folder, 0o700);
    await rename(folder, join(base, 'elsewhere'));
    await symlink(join(base, 'elsewhere'), folder);
    expect(await BuildCache.of('moby-dick')).toBeUndefined();
  });

  it('takes no more room than the limit: what was not used for longest goes first', async () => {
    await build('old', ['a']);
    const old = await onlyFile();
    await utimes(old, 1000, 1000);
    await writeFile(join(folder, 'large'), '');
    const { truncate } = await import('node:fs/promises');
    await truncate(join(folder, 'large'), limits['cache-size'].most - 100);
    await utimes(join(folder, 'large'), 2000, 2000);
    expect(await build('new', ['a'])).toEqual(['nothing']);
    expect(existsSync(old)).toBe(false);
    expect(existsSync(join(folder, 'large'))).toBe(true);
    // One that was used is not the oldest any more.
    await build('second', ['a']);
    expect(existsSync(join(folder, 'large'))).toBe(false);
    expect(await build('new', ['a'])).toEqual(['of a']);
  });

  it('is counted and cleared', async () => {
    expect(await keptSize()).toBe(0);
    await build('moby-dick', ['a']);
    expect(await keptSize()).toBe(statSync(await onlyFile()).size);
    await clearKept();
    expect(existsSync(folder)).toBe(false);
    expect(await build('moby-dick', ['a'])).toEqual(['nothing']);
  });

  it('takes the place of the reports of EPUBCheck that lay beside it', async () => {
    const reports = join(base, 'colophon', 'epubcheck');
    await mkdir(reports, { recursive: true, mode: 0o700 });
    await writeFile(join(reports, 'a.json'), '{}');
    await build('moby-dick', ['a']);
    expect(existsSync(reports)).toBe(false);
  });

  it('is nothing where the folder cannot be used, and a build goes on', async () => {
    vi.stubEnv('XDG_CACHE_HOME', '/dev/null');
    expect(await BuildCache.of('moby-dick')).toBeUndefined();
    expect(await keptSize()).toBe(0);
  });
});
