import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { keepCompiled } from '../../src/commands/keep-compiled.ts';
import { folderOf } from '../builders/folder.ts';

/** Where a Node.js that can keep compiled modules is told to. */
async function keptIn(): Promise<string[]> {
  const folders: string[] = [];
  await keepCompiled({ enableCompileCache: (folder) => folders.push(folder) });
  return folders;
}

test('keeps the compiled program in the cache folder', async () => {
  const base = await folderOf({});
  vi.stubEnv('XDG_CACHE_HOME', base);
  expect(await keptIn()).toEqual([join(base, 'colophon', 'compiled')]);
});

test('keeps nothing where others could exchange it', async () => {
  const base = await folderOf({});
  vi.stubEnv('XDG_CACHE_HOME', base);
  await mkdir(join(base, 'colophon'));
  await chmod(join(base, 'colophon'), 0o777);
  expect(await keptIn()).toEqual([]);
});
