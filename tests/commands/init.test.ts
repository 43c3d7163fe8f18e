import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UsageError } from '../../src/book/errors.ts';
import { nobody } from '../../src/book/nobody.ts';
import { initialize, initializeFrom, kinds, type NewBook } from '../../src/commands/init.ts';
import { readManuscript } from '../../src/read/manuscript.ts';
import { folderOf } from '../builders/folder.ts';

const all = await kinds();
const [first] = all;
if (first === undefined) throw new Error('There are no kinds');

const book: NewBook = {
  title: 'War: and "Peace" #1, {so}',
  author: "Ann O'Neil, the [Younger]",
  language: 'de',
  kind: first,
  year: 2026,
};

test('what is told stands in book.yaml as it is', async () => {
  const folder = await folderOf({});
  await initialize(folder, { ...book, trim: '5in x 8in', printer: 'kdp' });
  const text = await readFile(join(folder, 'book.yaml'), 'utf8');
  expect(text).toContain('  trim: 5in x 8in\n  printer: kdp\n');
  const { metadata } = await readManuscript(folder);
  expect(metadata).toMatchObject({
    title: 'War: and "Peace" #1, {so}',
    language: 'de',
    contributors: [{ name: "Ann O'Neil, the [Younger]" }],
  });
});

test('an author is listed as names are in lists, where one is named', async () => {
  const authors = async (author: string): Promise<unknown> => {
    const folder = await folderOf({});
    await initialize(folder, { ...book, language: 'en', author });
    return (await readManuscript(folder)).metadata.contributors;
  };
  expect(await authors('Jane Doe')).toMatchObject([{ name: 'Jane Doe', sortAs: 'Doe, Jane' }]);
  expect(await authors(nobody)).toMatchObject([{ name: nobody }]);
  expect(await authors(nobody)).not.toMatchObject([{ sortAs: expect.anything() as string }]);
});

test.each([
  [{ theme: 'literrary' }, /--theme takes literary, .*Did you mean "literary"/],
  [{ printer: 'kpd' }, /--printer takes bod, .*Did you mean "kdp"/],
  [{ language: 'klingon' }, /is not a language tag\. Write one, such as en/],
  [{ language: 'english' }, /is not a language tag\. Write en/],
])('what there is not is told of before anything is written: %o', async (said, told) => {
  const folder = await folderOf({});
  await expect(initialize(folder, { ...book, ...said })).rejects.toThrow(told);
  expect(await readdir(folder)).toEqual([]);
});

test('each book has an identifier of its own', async () => {
  const [one, two] = [await folderOf({}), await folderOf({})];
  for (const folder of [one, two]) await initialize(folder, book);
  const id = async (folder: string): Promise<string | undefined> =>
    /id: (urn:uuid:\S+)/.exec(await readFile(join(folder, 'book.yaml'), 'utf8'))?.[1];
  expect(await id(one)).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
  expect(await id(one)).not.toBe(await id(two));
});

test('chapters that are there become those of the book, and nothing that is there is changed', async () => {
  const folder = await folderOf({ 'a.md': '# A\n\nText.\n', '.gitignore': 'mine\n' });
  expect(await initialize(folder, book)).toEqual(['book.yaml']);
  expect(await readFile(join(folder, 'a.md'), 'utf8')).toBe('# A\n\nText.\n');
  expect(await readFile(join(folder, '.gitignore'), 'utf8')).toBe('mine\n');
  await expect(initialize(folder, book)).rejects.toThrow(UsageError);
});

test('a folder of pictures that is there is in the way of another', async () => {
  const manual = all.find(({ name }) => name === 'manual');
  if (manual === undefined) throw new Error('There are no manuals');
  const folder = await folderOf({ 'images/steps.svg': 'mine' });
  await expect(initialize(folder, { ...book, kind: manual })).rejects.toThrow(UsageError);
  expect(await readFile(join(folder, 'images/steps.svg'), 'utf8')).toBe('mine');
});

test('a language that is none is told of', async () => {
  await expect(initialize(await folderOf({}), { ...book, language: 'german' })).rejects.toThrow('Write de');
});

test('the files of another program become the book.yaml that says the same', async () => {
  const files = {
    'metadata.yaml': 'title: Tides\nauthor: Ada Shore\nlang: fr\n',
    '01-one.md': '# One\n\n| Verse\n| more\n',
    '02-two.md': '# Two\n',
  };
  const folder = await folderOf(files);
  const before = await readManuscript(folder);
  expect(await initializeFrom(folder)).toBe('Pandoc: metadata.yaml');
  const text = await readFile(join(folder, 'book.yaml'), 'utf8');
  expect(text).toMatch(/\nsource: pandoc\nlanguage: fr\ntitle: Tides\nauthor: Ada Shore\ncontents:\n/);
  expect(text).toMatch(/\nidentifiers:\n  id: urn:uuid:[0-9a-f-]{36}\n$/);
  const after = await readManuscript(folder);
  expect(after.readAs).toBe(before.readAs);
  expect(after.metadata.title).toBe('Tides');
  expect(after.sources.map(({ file }) => String(file))).toEqual(
    before.sources.map(({ file }) => String(file)),
  );
  await expect(initializeFrom(folder)).rejects.toThrow(UsageError);
  await expect(initializeFrom(await folderOf({ 'a.txt': '' }))).rejects.toThrow(
    'holds no book of another program',
  );
});
