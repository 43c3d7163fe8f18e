import { chmod, cp, readdir, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lastChange } from '../../../src/read/git/last-change.ts';
import { folderOf } from '../../builders/folder.ts';
import { git, hasGit } from '../../builders/git.ts';

const first = 1_600_000_000;
const second = 1_700_000_000;

/** A repository whose first commit has a book, its second another file. */
async function repository(...options: ReadonlyArray<string>): Promise<string> {
  const folder = await realpath(
    await folderOf({ 'book/book.yaml': 'title: T\n', 'book/01.md': '# One\n\nA wrod.\n', 'readme.md': 'R' }),
  );
  git(folder, first, 'init', '--quiet', ...options);
  git(folder, first, 'add', 'book');
  git(folder, first, 'commit', '--quiet', '-m', 'Book');
  git(folder, second, 'add', '.');
  git(folder, second, 'commit', '--quiet', '-m', 'Read-me');
  return folder;
}

describe.runIf(hasGit)('lastChange', () => {
  it.each([[[]], [['--object-format=sha256']]])(
    'is the last commit that touched the folder %j',
    async (options) => {
      const folder = await repository(...options);
      expect(await lastChange(join(folder, 'book'))).toBe(first);
      expect(await lastChange(folder)).toBe(second);
    },
  );

  it('is the same in a clone and in a linked work tree', async () => {
    const folder = await repository();
    git(folder, second, 'clone', '--quiet', '.', 'clone');
    git(folder, second, 'worktree', 'add', '--quiet', 'linked');
    expect(await lastChange(join(folder, 'clone/book'))).toBe(first);
    expect(await lastChange(join(folder, 'linked/book'))).toBe(first);
  });

  it('is a second later where a text is changed or added and not committed, and then the next commit', async () => {
    const folder = await repository();
    const book = join(folder, 'book');
    await writeFile(join(book, 'new.epub'), 'A finished book');
    expect(await lastChange(book)).toBe(first);
    await writeFile(join(book, '01.md'), '# One\n\nA word.\n');
    expect(await lastChange(book)).toBe(first + 1);
    git(folder, second + 60, 'commit', '--quiet', '-am', 'Corrected');
    expect(await lastChange(book)).toBe(second + 60);
    await writeFile(join(book, '02.md'), '# Two\n');
    expect(await lastChange(book)).toBe(second + 61);
  });

  it('does not mistake copies, modes and line endings for changes', async () => {
    const folder = await repository();
    const copy = await realpath(await folderOf({}));
    await cp(folder, copy, { recursive: true });
    const book = join(copy, 'book');
    await chmod(join(book, '01.md'), 0o755);
    await writeFile(join(book, '01.md'), '# One\r\n\r\nA wrod.\r\n');
    expect(await lastChange(book)).toBe(first);
  });

  it.each([
    ['a folder without Git', { 'book.yaml': '' }],
    ['a repository without a commit', { '.git/HEAD': 'ref: refs/heads/main\n', 'book.yaml': '' }],
    ['a commit that is not there', { '.git/HEAD': '0123456789abcdef0123456789abcdef01234567\n' }],
  ])('is not known of %s', async (_, files) => {
    expect(await lastChange(await realpath(await folderOf(files)))).toBeUndefined();
  });

  it('is not known of a folder that no commit has', async () => {
    const folder = await repository();
    await cp(join(folder, 'book'), join(folder, 'ignored-book'), { recursive: true });
    expect(await lastChange(join(folder, 'ignored-book'))).toBeUndefined();
  });

  it('runs no program that the settings of a repository name, and writes nothing there', async () => {
    const folder = await repository();
    const ran = join(folder, 'ran');
    const program = join(folder, 'program.sh');
    await writeFile(program, `#!/bin/sh\necho "$0" >> '${ran}'\n`);
    await chmod(program, 0o755);
    const settings: ReadonlyArray<readonly [string, string]> = [
      ['core.fsmonitor', program],
      ['core.hooksPath', folder],
      ['core.pager', program],
      ['core.sshCommand', program],
      ['core.askPass', program],
      ['log.showSignature', 'true'],
      ['gpg.program', program],
      ['diff.external', program],
      ['diff.evil.command', program],
      ['diff.evil.textconv', program],
      ['filter.evil.clean', program],
      ['filter.evil.smudge', program],
      ['filter.evil.process', program],
      ['filter.evil.required', 'true'],
      ['remote.origin.url', `ext::${program}`],
      ['remote.origin.promisor', 'true'],
      ['protocol.ext.allow', 'always'],
    ];
    for (const [key, value] of settings) git(folder, second, 'config', key, value);
    await writeFile(join(folder, '.gitattributes'), '* filter=evil diff=evil\n');
    await writeFile(join(folder, 'book/01.md'), '# One\n\nA word.\n');
    const before = (await readdir(folder, { recursive: true })).toSorted();
    expect(await lastChange(join(folder, 'book'))).toBe(first + 1);
    expect((await readdir(folder, { recursive: true })).toSorted()).toEqual(before);
    expect(before).not.toContain('ran');
    // The trap is set: Git left to itself falls into it.
    expect(() => git(folder, second, 'diff')).toThrow('Command failed');
    expect(await readdir(folder)).toContain('ran');
  });
});
