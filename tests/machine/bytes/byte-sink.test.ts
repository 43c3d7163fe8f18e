import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isStored } from '../../../src/book/bytes.ts';
import { EnvironmentError } from '../../../src/book/errors.ts';
import { ByteSink } from '../../../src/machine/bytes/byte-sink.ts';
import { readBytes, readParts } from '../../../src/machine/bytes/read-bytes.ts';
import { folderOf } from '../../builders/folder.ts';

const parts = [3_000_000, 5_000_000, 7].map((length, index) => Buffer.alloc(length, index + 1));
const all = Buffer.concat(parts);

async function filled(scratch: string | undefined, most: number) {
  const sink = new ByteSink(scratch, most);
  for (const part of parts) await sink.add(part);
  expect(sink.length).toBe(all.length);
  return sink.end();
}

test('keeps what is no more than it may, and makes no folder for that', async () => {
  const scratch = join(await folderOf({}), 'scratch');
  const bytes = await filled(scratch, all.length);
  expect(isStored(bytes)).toBe(false);
  expect(Buffer.from(await readBytes(bytes)).equals(all)).toBe(true);
  await expect(stat(scratch)).rejects.toThrow('ENOENT');
});

test.each([0, 4_000_000, all.length - 1])('writes what is more than %d bytes to disk', async (most) => {
  const scratch = join(await folderOf({}), 'scratch');
  const bytes = await filled(scratch, most);
  if (!isStored(bytes)) throw new Error('It is in memory');
  expect((await stat(scratch)).mode & 0o777).toBe(0o700);
  expect((await readFile(bytes.file)).equals(all)).toBe(true);
  expect(bytes.length).toBe(all.length);
  expect(bytes.sha256).toBe(createHash('sha256').update(all).digest('hex'));
  expect(Buffer.from(await readBytes(bytes)).equals(all)).toBe(true);
});

test('reads from disk in parts', async () => {
  const bytes = await filled(join(await folderOf({}), 'scratch'), 0);
  const hash = createHash('sha256');
  let longest = 0;
  for await (const part of readParts(bytes)) {
    longest = Math.max(longest, part.length);
    hash.update(part);
  }
  expect(longest).toBeLessThan(all.length / 2);
  expect(hash.digest('hex')).toBe(createHash('sha256').update(all).digest('hex'));
});

test('keeps all in memory where there is no folder', async () => {
  expect(isStored(await filled(undefined, 0))).toBe(false);
});

test('says where there is no room for what is too large', async () => {
  const scratch = join(await folderOf({ missing: '' }), 'missing', 'scratch');
  await expect(filled(scratch, 0)).rejects.toThrow(EnvironmentError);
});

test('writes into no folder that others may enter', async () => {
  const folder = await folderOf({ 'scratch/theirs': '' });
  await expect(filled(join(folder, 'scratch'), 0)).rejects.toThrow('somebody else has made a folder');
  expect(await readdir(join(folder, 'scratch'))).toEqual(['theirs']);
});
