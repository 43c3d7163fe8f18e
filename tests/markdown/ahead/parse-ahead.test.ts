import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { expect, it } from 'vitest';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { filesAhead, type Ahead } from '../../../src/markdown/ahead/files-ahead.ts';
import { parseAhead } from '../../../src/markdown/ahead/parse-ahead.ts';
import { completed } from '../../../src/language/own-locale.ts';
import { withOwnLocales } from '../../../src/language/own-locales.ts';
import { judgeSources } from '../../../src/markdown/judge-sources.ts';
import { parseManuscript } from '../../../src/markdown/parse-manuscript.ts';
import { readManuscript } from '../../../src/read/manuscript.ts';
import { manuscript } from '../../builders/manuscript.ts';
import { memoryShelf } from '../../support/memory-shelf.ts';

const fixtures = new URL('../../fixtures/', import.meta.url).pathname;

/** Whole books, and the small manuscripts of some rules. */
async function folders(): Promise<string[]> {
  const books = await readdir(join(fixtures, 'books'));
  const rules = await readdir(join(fixtures, 'rules'));
  return [
    ...books.map((book) => join(fixtures, 'books', book)),
    ...rules.filter((_, index) => index % 4 === 0).map((rule) => join(fixtures, 'rules', rule, 'input')),
  ];
}

/** The book in a folder and what is said of it, with its files parsed ahead or not. */
async function parsed(folder: string, isAhead: boolean) {
  const source = await readManuscript(folder);
  if (!judgeSources(source)) return { messages: messagesOf(source.files), made: 0 };
  const ahead = isAhead ? filesAhead(source, 0) : undefined;
  // As it comes to another thread.
  if (ahead) parseAhead(structuredClone(ahead.order));
  const made = ahead === undefined ? 0 : madeOf(ahead);
  const book = parseManuscript(source, { ahead });
  const plain = JSON.stringify(book, (_, value: unknown) =>
    value instanceof VFile ? value.path : value instanceof Map ? [...value] : value,
  );
  return { book: JSON.parse(plain) as unknown, messages: messagesOf(source.files), made };
}

/** How many bytes were made of the files. */
function madeOf({ order }: Ahead): number {
  return new Int32Array(order.board)[0] ?? 0;
}

it('gives the same book and says the same of it, whichever thread parsed the files', async () => {
  let count = 0;
  for (const folder of await folders()) {
    const { made, ...ahead } = await parsed(folder, true);
    const { made: none, ...here } = await parsed(folder, false);
    expect(ahead, folder).toEqual(here);
    expect(none).toBe(0);
    if (made > 0) count++;
  }
  expect(count).toBeGreaterThan(15);
});

it('keeps what another thread parsed for later builds', () => {
  const files = { 'a.md': '# A\n\nText.\n', 'b.md': '# B\n\nText.\n' };
  const source = manuscript(files);
  const ahead = filesAhead(source, 0);
  if (ahead === undefined) throw new Error('nothing to parse ahead');
  parseAhead(ahead.order);
  const shelf = memoryShelf();
  parseManuscript(source, { ahead, parsed: shelf });
  parseManuscript(manuscript(files), { parsed: shelf });
  expect(shelf.count).toEqual({ filled: 2, found: 2 });
});

it('parses itself what the other thread has not begun, and leaves nothing of it to the other', () => {
  const source = manuscript({ 'a.md': '# A\n\nText.\n' });
  const ahead = filesAhead(source, 0);
  if (ahead === undefined) throw new Error('nothing to parse ahead');
  const book = parseManuscript(source, { ahead });
  parseAhead(ahead.order);
  expect(book.body).toHaveLength(1);
  expect(madeOf(ahead)).toBe(0);
});

it('knows beside what the author says of languages', () => {
  const swiss = new Map([['gsw', completed('gsw', { like: 'de-CH' })]]);
  const source = manuscript({
    'a.md': { text: '# A\n\nEr "seit" nüt.\n', frontMatter: { language: 'gsw' } },
  });
  const ahead = withOwnLocales(swiss, () => filesAhead(source, 0));
  if (ahead === undefined) throw new Error('nothing to parse ahead');
  parseAhead(structuredClone(ahead.order));
  const book = withOwnLocales(swiss, () => parseManuscript(source, { ahead }));
  expect(madeOf(ahead)).toBeGreaterThan(0);
  expect(JSON.stringify(book.body[0]?.tree)).toContain('«seit»');
});

it('shares no small book, and none whose chapters may cite a shared file of notes', () => {
  expect(filesAhead(manuscript({ 'a.md': '# A\n\nText.\n' }))).toBeUndefined();
  const long = `# A\n\n${'Text and more of it. '.repeat(7000)}\n`;
  expect(filesAhead(manuscript({ 'a.md': long }))).toBeUndefined();
  const two = manuscript({ 'a.md': long, 'b.md': long });
  expect(filesAhead(two)?.order.files).toHaveLength(2);
  const sharedNotes = new VFile({ path: 'notes.md', value: '[^a]: A note.\n' });
  expect(filesAhead({ ...two, sharedNotes })).toBeUndefined();
});
