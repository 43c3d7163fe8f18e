import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceState } from '../../../src/read/git/source-state.ts';
import { folderOf } from '../../builders/folder.ts';
import { git, repositoryOf, hasGit } from '../../builders/git.ts';

const files = {
  'book/book.yaml': 'title: T\n',
  'book/01.md': '# One\n',
  'book/ä.md': '# Two\n',
  'readme.md': 'R',
};
const read = ['01.md', 'book.yaml', 'ä.md'];

describe.runIf(hasGit)('sourceState', () => {
  it('is the commit and the folder in the work tree', async () => {
    const top = await repositoryOf(files);
    const commit = git(top, 0, 'rev-parse', 'HEAD').trim();
    expect(await sourceState(join(top, 'book'), read)).toEqual({ commit, folder: 'book', uncommitted: [] });
    expect(await sourceState(top, ['readme.md'])).toEqual({ commit, folder: '', uncommitted: [] });
  });

  it('names what is changed, added, gone, or read and ignored', async () => {
    const top = await repositoryOf({ ...files, '.gitignore': 'made.png\n' });
    await writeFile(join(top, 'book/01.md'), '# Another\n');
    await writeFile(join(top, 'book/02.md'), '# New\n');
    await writeFile(join(top, 'book/made.png'), 'P');
    await rm(join(top, 'book/ä.md'));
    await writeFile(join(top, 'readme.md'), 'changed, and no part of the book');
    const state = await sourceState(join(top, 'book'), ['01.md', '02.md', 'book.yaml', 'made.png']);
    expect(state?.uncommitted).toEqual(['01.md', '02.md', 'made.png', 'ä.md']);
  });

  it('is nothing outside of Git', async () => {
    expect(await sourceState(await folderOf({ 'book.yaml': 'title: T\n' }), ['book.yaml'])).toBeUndefined();
  });
});
