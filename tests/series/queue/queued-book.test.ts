import { mkdir, realpath, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { UsageError } from '../../../src/book/errors.ts';
import { queuedBook, takenBook } from '../../../src/series/queue/queued-book.ts';
import { folderOf } from '../../builders/folder.ts';

async function machine() {
  const shared = await realpath(await folderOf({ 'books/a/book.yaml': '', 'dist/.keep': '' }));
  const book = { name: 'a', folder: join(shared, 'books/a'), out: join(shared, 'dist/a') };
  return { shared, book };
}

it('a book goes to the queue with the paths and options that mean the same on every machine', async () => {
  const { shared, book } = await machine();
  vi.stubEnv('SOURCE_DATE_EPOCH', '1700000000');
  const options = {
    only: ['epub' as const],
    provenance: true,
    limits: { notes: 3 },
    browser: '/here',
    threads: 1 as const,
    cache: true,
  };
  const queued = await queuedBook(book, options, true, shared, join(shared, 'dist'));
  expect(queued).toEqual({
    name: 'a',
    folder: 'books/a',
    out: 'dist/a',
    outputs: 'dist',
    isForced: true,
    options: { only: ['epub'], provenance: true, limits: { notes: 3 }, epoch: 1_700_000_000, cache: true },
  });
  const other = await machine();
  expect(await takenBook(queued, other.shared)).toEqual({
    book: other.book,
    outputs: join(other.shared, 'dist'),
    isForced: true,
    options: queued.options,
  });
});

it('a book outside of the shared folder is refused before it is queued', async () => {
  const { shared, book } = await machine();
  const elsewhere = await folderOf({ 'dist/x': '' });
  await expect(queuedBook(book, {}, false, join(shared, 'books'), join(shared, 'dist'))).rejects.toThrow(
    UsageError,
  );
  await expect(queuedBook(book, {}, false, shared, join(elsewhere, 'dist'))).rejects.toThrow(/--shared/);
});

it('what somebody else has put on the queue leads nowhere else', async () => {
  const { shared, book } = await machine();
  const good = await queuedBook(book, {}, false, shared, join(shared, 'dist'));
  await symlink('/', join(shared, 'root'));
  await mkdir(join(shared, 'other'));
  for (const bad of [
    {},
    'x',
    { ...good, folder: '../..' },
    { ...good, folder: '/etc' },
    { ...good, folder: 'root/etc' },
    { ...good, outputs: '../x' },
    { ...good, outputs: 'root' },
    { ...good, out: '../a' },
    { ...good, options: { only: ['nothing'] } },
  ])
    await expect(takenBook(bad, shared)).rejects.toThrow(UsageError);
});
