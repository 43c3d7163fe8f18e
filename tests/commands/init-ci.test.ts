import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { UsageError } from '../../src/book/errors.ts';
import { initializeCi } from '../../src/commands/init-ci.ts';
import { folderOf } from '../builders/folder.ts';

interface Written {
  readonly env?: { readonly MANUSCRIPT: string };
  readonly variables?: { readonly MANUSCRIPT: string };
}

async function written(path: string): Promise<string | undefined> {
  const { env, variables } = parse(await readFile(path, 'utf8')) as Written;
  return (env ?? variables)?.MANUSCRIPT;
}

test.each(['github', 'gitlab'] as const)(
  'a workflow of %s lies at the root and names the manuscript',
  async (server) => {
    const root = await folderOf({});
    await mkdir(join(root, '.git'));
    await mkdir(join(root, 'books/the tide: one'), { recursive: true });
    const { path, isInstallable } = await initializeCi(join(root, 'books/the tide: one'), server);
    expect(path).toBe(join(root, server === 'github' ? '.github/workflows/book.yml' : '.gitlab-ci.yml'));
    expect(await written(path)).toBe('books/the tide: one');
    expect(isInstallable).toBe(false);
    await expect(initializeCi(root, server)).rejects.toThrow(UsageError);
  },
);

test('without a repository the folder itself is its root', async () => {
  const folder = await folderOf({});
  await writeFile(join(folder, 'package-lock.json'), '{}');
  const { path, isInstallable } = await initializeCi(folder, 'gitlab');
  expect(path).toBe(join(folder, '.gitlab-ci.yml'));
  expect(await written(path)).toBe('.');
  expect(isInstallable).toBe(true);
});
