import { execFileSync } from 'node:child_process';
import { realpath, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSafely } from '../../../src/read/files/safe-file.ts';
import { folderOf } from '../../builders/folder.ts';

describe('readSafely', () => {
  it('reads a file, also through a link that stays inside', async () => {
    const root = await realpath(await folderOf({ 'a/b.txt': 'text' }));
    await symlink(join(root, 'a'), join(root, 'link'));
    const { bytes } = await readSafely(root, 'link/b.txt', 4);
    expect(Buffer.from(bytes ?? []).toString()).toBe('text');
  });

  it('knows a pointer of Git LFS, and what is none', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12345\n`;
    const files = { 'a.png': pointer, 'b.md': `# On LFS\n\n${pointer}`, 'c.md': pointer + ' '.repeat(1000) };
    const root = await realpath(await folderOf(files));
    const faults = ['a.png', 'b.md', 'c.md'].map(async (name) => (await readSafely(root, name, 5000)).fault);
    expect(await Promise.all(faults)).toEqual(['lfs-pointer', undefined, undefined]);
  });

  it('says why a file is not read', async () => {
    const outside = await realpath(await folderOf({ 'secret.txt': 'secret' }));
    const root = await realpath(await folderOf({ 'a/b.txt': 'text' }));
    await symlink(join(outside, 'secret.txt'), join(root, 'file'));
    await symlink(outside, join(root, 'folder'));
    await symlink(join(root, 'file'), join(root, 'chain'));
    await symlink(join(root, 'loop'), join(root, 'loop'));
    execFileSync('mkfifo', [join(root, 'pipe')]);
    const fault = async (path: string): Promise<string | undefined> =>
      (await readSafely(root, path, 3)).fault;
    expect(await fault('file')).toBe('outside');
    expect(await fault('folder/secret.txt')).toBe('outside');
    expect(await fault('chain')).toBe('outside');
    expect(await fault('loop')).toBe('denied');
    expect(await fault('pipe')).toBe('not-a-file');
    expect(await fault('a')).toBe('not-a-file');
    expect(await fault('absent')).toBe('missing');
    expect(await fault('a/b.txt/c')).toBe('missing');
    expect(await fault('a/b.txt')).toBe('too-large');
  });

  it('takes a folder whose name begins alike for another one', async () => {
    const parent = await realpath(await folderOf({ 'book/a.txt': '', 'book-secrets/b.txt': 'secret' }));
    await symlink(join(parent, 'book-secrets/b.txt'), join(parent, 'book/b.txt'));
    expect((await readSafely(join(parent, 'book'), 'b.txt', 10)).fault).toBe('outside');
  });
});
