import { describe, expect, it } from 'vitest';
import { listedBooks } from '../../../src/read/series/listed-books.ts';
import { folderOf } from '../../builders/folder.ts';

async function listed(yaml: string) {
  const folder = await folderOf({
    'colophon.yaml': yaml,
    'books/a10/book.yaml': '',
    'books/a9/book.yaml': '',
    'books/notes/readme.md': '',
    'books/drafts/x/book.yaml': '',
    'foreign/book.toml': '',
  });
  const { folders, messages } = await listedBooks(folder);
  return { folders, told: messages.map(({ line, column, reason }) => `${line}:${column} ${reason}`) };
}

describe('the books of a series', () => {
  it('are the folders that patterns mean, in the order of their names, each once', async () => {
    expect(await listed('books: [books/*, books/a10]')).toEqual({
      folders: ['books/a9', 'books/a10'],
      told: [],
    });
    expect((await listed('books: "books/*/"')).folders).toEqual(['books/a9', 'books/a10']);
    expect((await listed('books: ["**", "!books/drafts/*"]')).folders).toEqual(['books/a9', 'books/a10']);
  });

  it('may be listed one by one, also those of other programs', async () => {
    expect((await listed('books:\n  - foreign\n  - books/a10/\n')).folders).toEqual(['foreign', 'books/a10']);
  });

  it.each([
    ['publisher: A', ['1:1 "books" is missing']],
    ['books: {}', ['1:8 "books" must be a list of folders']],
    ['books:', ['1:7 "books" must be a list of folders']],
    [
      'books:\n  - books/b\n  - other/*\n  - ../x\n',
      [
        '2:5 There is no folder "books/b"',
        '3:5 There is no folder with a book.yaml at "other/*"',
        '4:5 "../x" leads out of the folder of colophon.yaml',
      ],
    ],
  ])('%j is told of', async (yaml, told) => {
    expect((await listed(yaml)).told).toEqual(told);
  });
});
