import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { messagesOf } from '../../src/book/messages/messages.ts';
import type { Shelf } from '../../src/book/shelf.ts';
import { judgeSources } from '../../src/markdown/judge-sources.ts';
import { parseManuscript } from '../../src/markdown/parse-manuscript.ts';
import { readManuscript } from '../../src/read/manuscript.ts';
import { memoryShelf } from '../support/memory-shelf.ts';

const fixtures = new URL('../fixtures/', import.meta.url).pathname;

/** The folders of the fixtures: whole books, and a small manuscript for each rule. */
async function folders(): Promise<string[]> {
  const books = await readdir(join(fixtures, 'books'));
  const rules = await readdir(join(fixtures, 'rules'));
  return [
    ...books.map((book) => join(fixtures, 'books', book)),
    ...rules.map((rule) => join(fixtures, 'rules', rule, 'input')),
  ];
}

/** The book in a folder, and what is said of it. */
async function parsed(folder: string, shelf?: Shelf) {
  const manuscript = await readManuscript(folder);
  if (!judgeSources(manuscript)) return { messages: messagesOf(manuscript.files) };
  const book = parseManuscript(manuscript, { ...(shelf && { parsed: shelf }) });
  const plain = JSON.stringify(book, (_, value: unknown) =>
    value instanceof VFile ? value.path : value instanceof Map ? [...value] : value,
  );
  return { book: JSON.parse(plain) as unknown, messages: messagesOf(manuscript.files) };
}

let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'colophon-parsed-'));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

it('gives the same book and says the same of it, whether a file is parsed or was parsed before', async () => {
  let found = 0;
  for (const folder of await folders()) {
    const shelf = memoryShelf();
    const afresh = await parsed(folder);
    expect(await parsed(folder, shelf), folder).toEqual(afresh);
    const { filled } = shelf.count;
    expect(await parsed(folder, shelf), folder).toEqual(afresh);
    expect(shelf.count, folder).toEqual({ found: filled, filled });
    found += filled;
  }
  expect(found).toBeGreaterThan(100);
});

it('parses a file again where its text has changed, and where its ids have been given to another', async () => {
  const folder = join(scratch, 'ids');
  await cp(join(fixtures, 'books', 'article'), folder, { recursive: true });
  const shelf = memoryShelf();
  await parsed(folder, shelf);
  const { filled } = shelf.count;
  const [name = ''] = (await readdir(folder)).filter((file) => file.endsWith('.md')).toSorted();
  const path = join(folder, name);
  await writeFile(path, `${await readFile(path, 'utf8')}\nOne more paragraph.\n`);
  expect(await parsed(folder, shelf)).toEqual(await parsed(folder));
  expect(shelf.count.filled).toBe(filled + 1);
});

it('heeds what a note in the shared file is called, and which note it is', async () => {
  const folder = join(scratch, 'shared');
  const files = {
    'book.yaml': 'title: Notes\nlanguage: en\n',
    'a.md': '# A {#x}\n\nText.[^one] And[^two]\n\n## Part\n',
    'b.md': '# B\n\nText.[^one] More.[^own]\n\n## Part\n\n[^own]: Own.\n',
    'notes.md': '[^one]: One.\n\n[^two]: Two.\n\n[^three]: Nobody cites it.\n',
  };
  await cp(join(fixtures, 'rules', 'heading-level', 'input'), folder, { recursive: true });
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const shelf = memoryShelf();
  await parsed(folder, shelf);
  const known = await parsed(folder, shelf);
  expect(known).toEqual(await parsed(folder));
  expect(known.messages.map(({ rule }) => rule)).toEqual(['note-unused']);
  for (const notes of ['[^one]: One.\n', '[^own]: Twice.\n\n[^one]: 1.\n\n[^two]: 2.\n']) {
    await writeFile(join(folder, 'notes.md'), notes);
    const told = await parsed(folder, shelf);
    expect(told).toEqual(await parsed(folder));
    expect(told.messages.map(({ rule }) => rule)).not.toEqual(['note-unused']);
  }
});
