import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { leftOut } from '../../../src/read/files/seen-instead.ts';
import { folderOf } from '../../builders/folder.ts';

/** The reasons, for a folder of these files of which those at the top are read. */
async function reasons(...paths: ReadonlyArray<string>): Promise<string[]> {
  const folder = await folderOf(Object.fromEntries(paths.map((path) => [path, ''])));
  return (await leftOut(folder, ['one.md'])).map(({ reason }) => reason);
}

test('folders of Markdown and texts of other kinds are told of', async () => {
  expect(await reasons('one.md', 'chapters/two.md', 'chapters/three.md', 'four.docx')).toEqual([
    'The folder chapters/ holds 2 Markdown files that the book does not have',
    '"four.docx" is no Markdown, so the book does not have it',
  ]);
});

test('styles under another name than theme.css are told of, unless there is one', async () => {
  expect(await reasons('one.md', 'Theme.css')).toEqual([
    '"Theme.css" is not read: the styles of a book stand in theme.css',
  ]);
  expect(await reasons('one.md', 'style.css', 'theme.css', 'print.css')).toEqual([]);
});

test('what authors put away, other books and what is about a folder are not', async () => {
  expect(
    await reasons(
      'one.md',
      'drafts/a.md',
      'images/a.md',
      'other/book.yaml',
      'other/a.md',
      'src/README.md',
      '~$a.docx',
    ),
  ).toEqual([]);
});

test('what is read by way of a link is not left out', async () => {
  const folder = await folderOf({ 'inner/a.md': '' });
  await symlink(join(folder, 'inner/a.md'), join(folder, 'one.md'));
  expect(await leftOut(folder, ['one.md'])).toEqual([]);
});
