import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { workTreeOf } from '../../../src/read/git/work-tree.ts';
import { folderOf } from '../../builders/folder.ts';

const commit = '0123456789abcdef0123456789abcdef01234567';

it('tells a linked work tree from the folder that it shares', async () => {
  const folder = await realpath(
    await folderOf({
      'main/.git/refs/heads/side': commit,
      'main/.git/worktrees/side/HEAD': 'ref: refs/heads/side\n',
      'main/.git/worktrees/side/commondir': '../..\n',
      'side/.git': 'gitdir: ../main/.git/worktrees/side\n',
      'side/book/book.yaml': '',
    }),
  );
  expect(await workTreeOf(join(folder, 'side/book'))).toEqual({
    top: join(folder, 'side'),
    own: join(folder, 'main/.git/worktrees/side'),
    shared: join(folder, 'main/.git'),
    commit,
  });
});
