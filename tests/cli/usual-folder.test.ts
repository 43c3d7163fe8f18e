import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UsageError } from '../../src/book/errors.ts';
import { assertOut } from '../../src/cli/assert-out.ts';
import { bookFolder } from '../../src/cli/usual-folder.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'colophon-folders-'));
  mkdirSync(join(home, 'essay'));
  writeFileSync(join(home, 'essay', 'book.yaml'), 'title: T\n');
});
afterAll(() => rmSync(home, { recursive: true }));

test('the folder of a book is found by its book.yaml, too', () => {
  expect(bookFolder(join(home, 'essay'))).toBe(join(home, 'essay'));
  expect(bookFolder(join(home, 'essay', 'book.yaml'))).toBe(join(home, 'essay'));
});

test('a folder with nothing but the book of another program stands for that', () => {
  const repository = join(home, 'repository');
  mkdirSync(join(repository, 'guide'), { recursive: true });
  mkdirSync(join(repository, 'other'));
  writeFileSync(join(repository, 'README.md'), '# Read me\n');
  expect(bookFolder(repository)).toBe(repository);
  writeFileSync(join(repository, 'guide', '_quarto.yml'), 'book: {}\n');
  expect(bookFolder(repository)).toBe(join(repository, 'guide'));
  writeFileSync(join(repository, 'other', 'book.toml'), '');
  expect(() => bookFolder(repository)).toThrow(
    new UsageError(
      `The folder "${repository}" holds 2 books: guide (_quarto.yml), other (book.toml). Name the one to build: ${join(repository, 'guide')}`,
    ),
  );
  writeFileSync(join(repository, 'book.json'), '{ "plugins": [] }');
  writeFileSync(join(repository, 'spelling.yaml'), '');
  expect(() => bookFolder(repository)).toThrow(/holds 2 books/);
  writeFileSync(join(repository, '01-one.md'), '# One\n');
  expect(bookFolder(repository)).toBe(repository);
});

test('of a folder that there is not, one like it is named', () => {
  const named = join(home, 'esay');
  expect(() => bookFolder(named)).toThrow(
    new UsageError(
      `The manuscript folder "${named}" does not exist or cannot be read. Did you mean "essay"?`,
    ),
  );
  expect(() => bookFolder(join(home, 'x', 'y'))).toThrow(/cannot be read$/);
});

test('what is built goes to a folder, and not to that of the manuscript', () => {
  const book = join(home, 'essay');
  expect(() => assertOut(join(book, 'book.yaml'), book)).toThrow(/is a file$/);
  expect(() => assertOut(book, book)).toThrow(/is the folder of the manuscript/);
  expect(() => assertOut(join(book, 'dist'), book)).not.toThrow();
  expect(() => assertOut(home, book)).not.toThrow();
});
