import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { UsageError } from '../../src/book/errors.ts';
import { booksAt } from '../../src/series/books.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'colophon-books-'));
  for (const folder of ['books/a', 'books/b', 'other/A', 'books/out'])
    await mkdir(join(root, folder), { recursive: true });
  for (const file of ['books/README.md', 'books/one.md', 'books/notes.txt'])
    await writeFile(join(root, file), '');
  await symlink(join(root, 'books/a'), join(root, 'books/again'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const at = async (...paths: string[]) =>
  booksAt(
    paths.map((path) => join(root, path)),
    join(root, 'books/out'),
  );

it('each folder is a book, whose release goes to a folder of its name', async () => {
  const { books } = await at('books/a', 'books/b/');
  expect(books.map(({ name, out }) => [name, out])).toEqual([
    ['a', join(root, 'books/out/a')],
    ['b', join(root, 'books/out/b')],
  ]);
});

it('files beside folders are passed over, and so is the folder of the releases', async () => {
  const { books, passedOver } = await at('books/README.md', 'books/a', 'books/notes.txt', 'books/out');
  expect(books.map(({ name }) => name)).toEqual(['a']);
  expect(passedOver).toHaveLength(3);
});

it('texts alone are books each', async () => {
  const { books, passedOver } = await at('books/README.md', 'books/one.md', 'books/notes.txt');
  expect(books.map(({ name }) => name)).toEqual(['README', 'one']);
  expect(passedOver).toHaveLength(1);
});

it('what is named twice is one book', async () => {
  expect((await at('books/a', 'books/again', 'books/a/')).books).toHaveLength(1);
});

it('two books for one place are refused, and so are paths to nowhere, and none at all', async () => {
  await expect(at('books/a', 'other/A')).rejects.toThrow(
    /Two books would go to .*books\/out\/A: .*a and .*other\/A/,
  );
  await expect(at('books/a', 'books/c')).rejects.toThrow(UsageError);
  await expect(at('books/notes.txt', 'books/out')).rejects.toThrow(/no book among/);
});
