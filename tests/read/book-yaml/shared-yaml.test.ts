import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { readBookYaml, type BookYaml } from '../../../src/read/book-yaml/book-yaml.ts';
import { findShared } from '../../../src/read/book-yaml/shared-yaml.ts';
import { folderOf } from '../../builders/folder.ts';

/** The configuration of a book two folders below what it shares. */
async function read(shared: string, own: string): Promise<BookYaml> {
  const root = await folderOf({ 'colophon.yaml': shared, 'books/a/book.yaml': own });
  return readBookYaml(join(root, 'books/a'), ['literary', 'plain']);
}

/** What is said, each with its place. */
async function told(shared: string, own: string): Promise<string[]> {
  const { files } = await read(shared, own);
  return messagesOf(files).map((each) => `${each.file}:${each.line}:${each.column} ${each.reason}`);
}

describe('what all books share', () => {
  it('counts where the book is silent', async () => {
    const { metadata, shared, isValid } = await read(
      'publisher: { name: House, place: Kyiv }\nlanguage: fr\nprint: { theme: plain, trim: A5 }\nauthor: Ada\n',
      'title: T\nlanguage: de\nprint: { trim: 6in x 9in }\n',
    );
    expect(isValid).toBe(true);
    expect(shared).toBe('../../colophon.yaml');
    expect(metadata).toMatchObject({
      title: 'T',
      language: 'de',
      publisher: { name: 'House', place: 'Kyiv' },
      contributors: [{ name: 'Ada' }],
      print: { theme: 'plain', trim: { width: 432 } },
    });
  });

  it('has nothing to do with a publisher, a series or authors of another name', async () => {
    const { metadata } = await read(
      'publisher: { name: House, place: Kyiv }\nseries: { name: Tales, issn: 0378-5955 }\nauthors: [Ada, Bo]\n',
      'title: T\nlanguage: en\npublisher: { name: Other }\nseries: { position: 2 }\nauthor: Cy\n',
    );
    expect(metadata.publisher).toEqual({ name: 'Other' });
    expect(metadata.series).toMatchObject({ name: 'Tales', issn: '0378-5955', position: 2 });
    expect(metadata.contributors.map(({ name }) => name)).toEqual(['Cy']);
  });

  it('may list the books, and say nothing else', async () => {
    expect(await told('books: [books/*]\n', 'title: T\nlanguage: en\n')).toEqual([]);
    expect(await told('', 'title: T\nlanguage: en\n')).toEqual([]);
  });
});

describe('what is wrong', () => {
  it('is told in the file and line where it stands', async () => {
    expect(
      await told(
        '# House\n\npublisher: { nam: House }\nprint:\n  theme: plane\n  trim: A5\n',
        'title: T\nlanguage: en\nprint:\n  trm: A5\n',
      ),
    ).toEqual([
      '../../colophon.yaml:3:14 "publisher.nam" is no key known here',
      '../../colophon.yaml:5:10 "plane" is no theme',
      'book.yaml:4:3 "print.trm" is no key known here',
    ]);
  });

  it('is told of keys that each book has for itself, which do not count', async () => {
    const { metadata, files } = await read('title: All\nlanguage: en\n', 'title: T\n');
    expect(metadata.title).toBe('T');
    expect(messagesOf(files).map(({ file, reason }) => [file, reason])).toEqual([
      ['../../colophon.yaml', '"title" is for each book to say'],
    ]);
  });

  it.each(['- a\n', 'publisher: [\n', 'word\n'])(
    'is told alone of a file that cannot be read: %j',
    async (shared) => {
      const { isValid, files } = await read(shared, 'title: T\nprint: { trm: A5 }\n');
      expect(isValid).toBe(false);
      expect(new Set(messagesOf(files).map(({ file }) => file))).toEqual(new Set(['../../colophon.yaml']));
    },
  );

  it('of a missing title is told of the book', async () => {
    const { files } = await read('language: en\n', 'author: Ada\n');
    expect(messagesOf(files)[0]).toMatchObject({ file: 'book.yaml', reason: '"title" is missing' });
  });
});

describe('colophon.yaml', () => {
  it('is the nearest one, up to the top of the repository', async () => {
    const root = await folderOf({
      'colophon.yaml': '',
      'one/colophon.yaml': '',
      'one/a/book.yaml': '',
      'two/.git/HEAD': '',
      'two/a/book.yaml': '',
    });
    expect(await findShared(join(root, 'one/a'))).toMatchObject({ name: '../colophon.yaml' });
    expect(await findShared(join(root, 'one'))).toMatchObject({ name: 'colophon.yaml' });
    expect(await findShared(join(root, 'two/a'))).toBeUndefined();
  });

  it.runIf(process.getuid !== undefined)('is not looked for where everybody may write', async () => {
    const root = await folderOf({ 'open/colophon.yaml': '', 'open/a/book.yaml': '' });
    await chmod(join(root, 'open'), 0o777);
    expect(await findShared(join(root, 'open/a'))).toBeUndefined();
  });
});
