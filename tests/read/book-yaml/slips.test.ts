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
