import { expect, test } from 'vitest';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { readBookYaml } from '../../../src/read/book-yaml/book-yaml.ts';
import { folderOf } from '../../builders/folder.ts';

test.each([
  ['license: CC BY 4.0', 'Write:\ncopyright:\n  license: CC-BY-4.0'],
  ['licence: My own', 'Write:\ncopyright:\n  license: My own'],
  ['date: 31 May 2015', 'Write 2015-05-31.'],
  ['date: 31. Februar 2015', 'Write a year, a year and month, or a full date such as 2015-05-31.'],
])('%s is told of once, with what to write', async (line, hint) => {
  const folder = await folderOf({ 'book.yaml': `title: T\nlanguage: en\n${line}\n` });
  const { files } = await readBookYaml(folder, ['literary']);
  expect(messagesOf([...files]).map((message) => message.hint)).toEqual([hint]);
});

test.each([
  [
    'title: T\nlanguage: en\ncontributors:\n  author: Jane Doe\n  translator: [John Roe, Ann Lee]\n',
    '4:3 "contributors.author", "contributors.translator" are no keys known here | Write:\ncontributors:\n  - name: Jane Doe\n    role: author\n  - name: John Roe\n    role: translator\n  - name: Ann Lee\n    role: translator',
  ],
  [
    'title: T\nlanguage: en\ncontents:\n  - One: 01.md\n',
    '4:5 "contents.One" is no key known here | Write the files alone; titles stand in them, or in their front matter:\ncontents:\n  - 01.md',
  ],
  [
    'book:\n  title: T\n  language: en\n',
    '1:1 "book" is no key known here | Take book: away, and begin the lines below in the first column.',
  ],
])('a mapping that is meant otherwise is told of once: %j', async (text, told) => {
  const folder = await folderOf({ 'book.yaml': text });
  const { files } = await readBookYaml(folder, ['literary']);
  expect(
    messagesOf([...files]).map(({ line, column, reason, hint }) => `${line}:${column} ${reason} | ${hint}`),
  ).toEqual([told]);
});
