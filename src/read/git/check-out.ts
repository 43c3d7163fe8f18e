import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withBlindGit } from './blind-git.ts';
import type { WorkTree } from './work-tree.ts';

/**
 * Puts the files of a commit into a folder, which is then a work tree of its own. The repository does not know of it
 * and is not written to; none of the programs that its settings may name is run, so that files which Git LFS keeps
 * elsewhere are the pointers to them.
 *
 * @param tree a work tree whose repository has the commit
 * @param folder an empty one, on the disk of the system's temporary files
 * @returns the uppermost folder of the new work tree
 * @throws what Git fails with: it may not be installed, or not have the commit
 */
export async function checkOut({ shared }: WorkTree, commit: string, folder: string): Promise<string> {
  const [top, own] = [join(folder, 'tree'), join(folder, 'git')];
  await Promise.all([mkdir(top), mkdir(own)]);
  const tree: WorkTree = { top, own, shared, commit };
  await withBlindGit(tree, (git) => git('read-tree', `--index-output=${join(own, 'index')}`, commit));
  await withBlindGit(tree, (git) => git('checkout-index', '--all'));
  await Promise.all([
    writeFile(join(own, 'HEAD'), `${commit}\n`),
    writeFile(join(own, 'commondir'), `${shared}\n`),
    writeFile(join(top, '.git'), `gitdir: ${own}\n`),
  ]);
  return top;
}
