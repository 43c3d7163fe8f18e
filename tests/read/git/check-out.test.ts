import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, readdir, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkOut } from '../../../src/read/git/check-out.ts';
import { lastChange } from '../../../src/read/git/last-change.ts';
import { sourceState } from '../../../src/read/git/source-state.ts';
import { workTreeOf, type WorkTree } from '../../../src/read/git/work-tree.ts';
import { folderOf } from '../../builders/folder.ts';
import { git, repositoryOf, hasGit } from '../../builders/git.ts';

async function treeOf(folder: string): Promise<WorkTree> {
  const tree = await workTreeOf(folder);
  if (tree === undefined) throw new Error('There is no repository');
  return tree;
}

describe.runIf(hasGit)('checkOut', () => {
  it.each([[[]], [['--object-format=sha256']]])(
    'gives a work tree of an earlier commit %j',
    async (options) => {
      const top = await repositoryOf({ 'book/book.yaml': 'title: T\n', 'book/01.md': '# One\n' }, ...options);
      const tree = await treeOf(top);
      await writeFile(join(top, 'book/01.md'), '# Later\n');
      git(top, 1_700_000_000, 'commit', '--quiet', '-a', '-m', 'Later');
      const made = await checkOut(tree, tree.commit, await realpath(await folderOf({})));
      expect(await readFile(join(made, 'book/01.md'), 'utf8')).toBe('# One\n');
      // What a build asks of Git it answers as the work tree of old did.
      expect(await lastChange(join(made, 'book'))).toBe(1_600_000_000);
      expect(await sourceState(join(made, 'book'), ['01.md', 'book.yaml'])).toEqual({
        commit: tree.commit,
        folder: 'book',
        uncommitted: [],
      });
      expect(git(top, 0, 'worktree', 'list').trim().split('\n')).toHaveLength(1);
    },
  );

  it('runs no hook and no filter that a repository names', async () => {
    const top = await repositoryOf({ '01.md': '# One\n', '.gitattributes': '*.md filter=evil\n' });
    const sign = join(top, 'it-ran');
    await mkdir(join(top, '.git/hooks'), { recursive: true });
    await writeFile(join(top, '.git/hooks/post-checkout'), `#!/bin/sh\ntouch ${sign}\n`);
    await chmod(join(top, '.git/hooks/post-checkout'), 0o755);
    git(top, 0, 'config', 'filter.evil.smudge', `touch ${sign}`);
    git(top, 0, 'config', 'core.fsmonitor', `touch ${sign}`);
    const tree = await treeOf(top);
    const made = await checkOut(tree, tree.commit, await realpath(await folderOf({})));
    expect((await readdir(made)).toSorted()).toEqual(['.git', '.gitattributes', '01.md']);
    expect(existsSync(sign)).toBe(false);
  });

  it('fails for a commit that there is not', async () => {
    const tree = await treeOf(await repositoryOf({ '01.md': '# One\n' }));
    await expect(checkOut(tree, 'f'.repeat(40), await realpath(await folderOf({})))).rejects.toThrow(
      'read-tree',
    );
  });
});
