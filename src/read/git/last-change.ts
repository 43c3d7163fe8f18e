import { relative, sep } from 'node:path';
import { withBlindGit, type Git } from './blind-git.ts';
import { workTreeOf } from './work-tree.ts';

/** Commits of other years come from clocks that are wrong; ZIP archives begin in 1980. */
const earliest = Date.UTC(1980, 0, 1) / 1000;
const latest = Date.UTC(2100, 0, 1) / 1000;

/**
 * When a manuscript was last changed, as Git knows it: the instant of the last commit that touched the folder, in
 * seconds since 1970, and a second more where something in it is not committed, so that no two texts have one
 * instant. Undefined where the folder is not under Git, or there is no Git to ask.
 *
 * @param folder the real path of the manuscript folder
 */
export async function lastChange(folder: string): Promise<number | undefined> {
  const tree = await workTreeOf(folder).catch(() => undefined);
  if (tree === undefined) return undefined;
  const inTree = relative(tree.top, folder).split(sep).join('/');
  const path = inTree === '' ? [] : ['--', inTree];
  try {
    return await withBlindGit(tree, async (git) => {
      // In a folder that no commit has, the whole history would be searched.
      await git('rev-parse', '--verify', '--quiet', `${tree.commit}:${inTree}`);
      const [committed, changed] = await Promise.all([
        git('log', '-1', '--format=%ct', tree.commit, ...path),
        changesSince(git, tree.commit, path),
      ]);
      const seconds = Number(committed.trim() || Number.NaN) + (changed.length > 0 ? 1 : 0);
      return seconds >= earliest && seconds < latest ? seconds : undefined;
    });
  } catch {
    return undefined;
  }
}

/** What of new files is text; finished books may lie beside it. */
const text = /\.(?:md|markdown|ya?ml|css)$/i;

/** Paths in the work tree of files that differ from a commit, and of texts that it does not have. */
export async function changesSince(git: Git, commit: string, path: ReadonlyArray<string>): Promise<string[]> {
  const compare = ['diff', '--name-only', '-z', '--no-ext-diff', '--no-textconv', '--ignore-submodules=all'];
  const [changed, added] = await Promise.all([
    git(...compare, commit, ...path),
    git('ls-files', '--others', '--exclude-standard', '-z', ...path),
  ]);
  return [...changed.split('\0').filter(Boolean), ...added.split('\0').filter((name) => text.test(name))];
}
