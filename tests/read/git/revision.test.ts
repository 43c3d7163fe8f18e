import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shortRevision, sourceRevision } from '../../../src/read/git/revision.ts';
import { folderOf } from '../../builders/folder.ts';

const commit = '0123456789abcdef0123456789abcdef01234567';
const other = 'f'.repeat(40);

async function revisionIn(files: Readonly<Record<string, string>>, path = '.'): Promise<string | undefined> {
  return sourceRevision(await realpath(join(await folderOf(files), path)));
}

describe('sourceRevision', () => {
  it.each([
    ['a commit', { '.git/HEAD': `${commit}\n` }],
    ['a branch', { '.git/HEAD': 'ref: refs/heads/a/b\n', '.git/refs/heads/a/b': `${commit}\n` }],
    [
      'a packed branch',
      {
        '.git/HEAD': 'ref: refs/heads/main\n',
        '.git/packed-refs': `# pack-refs\n${other} refs/heads/not/refs/heads/main2\n${commit} refs/heads/main\n^${other}\n`,
      },
    ],
    [
      'a branch newer than its packed state',
      {
        '.git/HEAD': 'ref: refs/heads/main\n',
        '.git/refs/heads/main': commit,
        '.git/packed-refs': `${other} refs/heads/main\n`,
      },
    ],
  ])('follows %s', async (_, files) => {
    expect(await revisionIn(files)).toBe('0123456789ab');
  });

  it('finds the work tree around a folder', async () => {
    const files = { '.git/HEAD': commit, 'books/one/book.yaml': '' };
    expect(await revisionIn(files, 'books/one')).toBe('0123456789ab');
  });

  it('follows a linked work tree to the branches it shares', async () => {
    const files = {
      'main/.git/HEAD': other,
      'main/.git/refs/heads/side': commit,
      'main/.git/worktrees/side/HEAD': 'ref: refs/heads/side\n',
      'main/.git/worktrees/side/commondir': '../..\n',
      'side/.git': 'gitdir: ../main/.git/worktrees/side\n',
    };
    expect(await revisionIn(files, 'side')).toBe('0123456789ab');
  });

  it.each([
    ['a repository without a commit', { '.git/HEAD': 'ref: refs/heads/main\n' }],
    ['a branch that leads outside', { '.git/HEAD': 'ref: refs/../../secret\n', secret: commit }],
    ['something else', { '.git/HEAD': 'hello\n' }],
    ['a pointer to nowhere', { '.git': 'gitdir: ../gone\n' }],
    ['a pointer to nothing', { '.git': 'hello\n' }],
  ])('finds none in %s', async (_, files) => {
    expect(await revisionIn(files)).toBeUndefined();
  });
});

describe('shortRevision', () => {
  it.each([
    [commit, '0123456789ab'],
    ['0123456789ABCDEF', '0123456789ab'],
    [' v1.2 ', 'v1.2'],
    ['abc1234', 'abc1234'],
    ['  ', undefined],
  ])('shortens %j', (stated, revision) => {
    expect(shortRevision(stated)).toBe(revision);
  });
});
