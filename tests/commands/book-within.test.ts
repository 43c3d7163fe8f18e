import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bookWithin } from '../../src/commands/book-within.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'colophon-within-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function holds(...paths: string[]): Promise<string> {
  for (const path of paths) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), '{}');
  }
  return folder;
}

describe('bookWithin', () => {
  it.each([
    ['README.md', 'license-MIT.md', 'Contributing.md', 'book/book.toml'],
    ['TRANSLATING.md', 'Makefile', 'book/_quarto.yml', 'book/index.qmd'],
    ['book.json', 'book/book.json', 'book/SUMMARY.md'],
    ['README.md', 'AGENTS.md', '.gitbook.yaml', 'book/SUMMARY.md'],
  ])('is the book below what repositories have beside it: %s', async (...paths) => {
    expect(bookWithin(await holds(...paths))).toBe(join(folder, 'book'));
  });

  it.each([
    ['01-one.md', 'book/book.toml'],
    ['licensed-to-kill.md', 'book/book.toml'],
    ['index.qmd', 'book/_quarto.yml'],
    ['book.yaml', 'book/book.toml'],
    ['README.md', 'texts/01.md'],
    ['.github/book.toml', 'node_modules/book.toml'],
    ['README.md', 'SUMMARY.md', 'more/SUMMARY.md'],
  ])('is the folder where texts or settings stand at its top, or no other: %s', async (...paths) => {
    expect(bookWithin(await holds(...paths))).toBe(folder);
  });

  it('is the folder where GitBook is told of another below', async () => {
    await holds('README.md', 'docs/SUMMARY.md');
    await writeFile(join(folder, '.gitbook.yaml'), 'root: ./docs/\n');
    expect(bookWithin(folder)).toBe(folder);
  });

  it('names all spaces of GitBook', async () => {
    await holds('README.md', 'docs.yaml', 'guides/SUMMARY.md', 'policies/SUMMARY.md');
    expect(() => bookWithin(folder)).toThrow(
      /holds 2 books: guides \(SUMMARY\.md\), policies \(SUMMARY\.md\)\. Name the one to build: .*guides$/,
    );
  });

  it('names all where there are several', async () => {
    await holds('README.md', 'one/book.toml', 'two/_quarto.yml');
    expect(() => bookWithin(folder)).toThrow(/holds 2 books: one \(book\.toml\), two \(_quarto\.yml\)\./);
  });
});
