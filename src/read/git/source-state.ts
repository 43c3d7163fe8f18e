import { posix, relative, sep } from 'node:path';
import { withBlindGit } from './blind-git.ts';
import { changesSince } from './last-change.ts';
import { workTreeOf } from './work-tree.ts';

/** What Git knows of a manuscript. */
export interface SourceState {
  /** The commit that is checked out. */
  readonly commit: string;
  /** Its folder in the work tree, with forward slashes; empty at the top. */
  readonly folder: string;
  /** Files that the commit does not have, or not so, by their paths in the folder. */
  readonly uncommitted: ReadonlyArray<string>;
}

/**
 * The commit that a manuscript comes from, and what of it has changed since; undefined where it is not under Git, or
 * there is no Git to ask.
 *
 * @param folder its real path
 * @param files what was read, by paths in the folder, or from there to what lies around it
 */
export async function sourceState(
  folder: string,
  files: ReadonlyArray<string>,
): Promise<SourceState | undefined> {
  const tree = await workTreeOf(folder).catch(() => undefined);
  if (tree === undefined) return undefined;
  const inTree = relative(tree.top, folder).split(sep).join('/');
  const inRepository = (name: string): string => posix.join(inTree, name);
  const around = files.filter((name) => name.startsWith('../')).map(inRepository);
  const path = inTree === '' ? [] : ['--', inTree, ...around];
  try {
    return await withBlindGit(tree, async (git) => {
      const listed = await git('ls-tree', '-r', '-z', '--name-only', '--full-tree', tree.commit, ...path);
      const committed = new Set(listed.split('\0').map((name) => name.normalize('NFC')));
      const changed = await changesSince(git, tree.commit, path);
      const added = files.filter((name) => !committed.has(inRepository(name).normalize('NFC')));
      const names = [...changed.map((name) => posix.relative(inTree, name)), ...added];
      return { commit: tree.commit, folder: inTree, uncommitted: [...new Set(names)].toSorted() };
    });
  } catch {
    return undefined;
  }
}
