import { createHash } from 'node:crypto';
import { rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { StoredBytes } from '../../../src/book/bytes.ts';
import { readBytes, readBytesAtOnce, readHead } from '../../../src/machine/bytes/read-bytes.ts';
import { folderOf } from '../../builders/folder.ts';

async function stored(content: string): Promise<StoredBytes> {
  const folder = await folderOf({ 'a.jpg': content, 'b.jpg': content });
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { file: join(folder, 'a.jpg'), length: content.length, sha256 };
}

test('gives what a file holds, again and again', async () => {
  const bytes = await stored('a picture');
  for (const read of [readBytes, readBytesAtOnce, readBytes])
    expect(Buffer.from(await read(bytes)).toString()).toBe('a picture');
  expect(String(await readHead(bytes, 5))).toBe('a pic');
  expect(String(await readHead(bytes, 500))).toBe('a picture');
});

test.each<[string, (file: string) => Promise<void>]>([
  ['other bytes of that length', (file) => writeFile(file, 'A picture')],
  ['more', (file) => writeFile(file, 'a picture and more')],
  ['less', (file) => writeFile(file, '')],
  ['nothing', (file) => rm(file)],
  [
    'a link to the same',
    async (file) => {
      await rm(file);
      await symlink('b.jpg', file);
    },
  ],
])('tells of a file that has become %s', async (_, change) => {
  const bytes = await stored('a picture');
  await change(bytes.file);
  const told = `${bytes.file} was changed or removed while the book was being built`;
  await expect(readBytes(bytes)).rejects.toThrow(told);
  expect(() => readBytesAtOnce(bytes)).toThrow(told);
});
