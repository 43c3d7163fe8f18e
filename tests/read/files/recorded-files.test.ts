import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordingFiles } from '../../../src/read/files/recorded-files.ts';
import { readSafely, useSafely } from '../../../src/read/files/safe-file.ts';
import { folderOf } from '../../builders/folder.ts';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('recordingFiles', () => {
  it('notes the hash of each file that is read, and of none that is only asked for', async () => {
    const root = await realpath(await folderOf({ 'a.md': 'A', 'b.md': 'B', 'c.md': 'C', 'empty.md': '' }));
    const files = await recordingFiles(async (read) => {
      await Promise.all([readSafely(root, 'a.md', 10), readSafely(root, 'empty.md', 10)]);
      await useSafely(root, 'b.md', 10, async (handle) => handle.read(Buffer.alloc(1), 0, 1, 0));
      await readSafely(root, 'c.md', 0);
      await readSafely(root, 'missing.md', 10);
      return new Map(read);
    });
    expect(files.size).toBe(3);
    expect(files.get(join(root, 'a.md'))).toBe(hashOf('A'));
    expect(files.get(join(root, 'b.md'))).toBe(hashOf('B'));
    expect(files.get(join(root, 'empty.md'))).toBe(hashOf(''));
  });

  it('keeps apart what is read at the same time for different books', async () => {
    const root = await realpath(await folderOf({ 'a.md': 'A', 'b.md': 'B' }));
    const [one, other] = await Promise.all(
      ['a.md', 'b.md'].map((name) =>
        recordingFiles(async (read) => {
          await readSafely(root, name, 10);
          return [...read.keys()];
        }),
      ),
    );
    expect([one, other]).toEqual([[join(root, 'a.md')], [join(root, 'b.md')]]);
  });
});
