import { workTreeOf } from './work-tree.ts';

/**
 * The revision of the source in a folder under Git: the first twelve digits of the commit that
 * is checked out, whatever has changed since; nothing where there is none.
 *
 * @param folder the real path of a folder, in the work tree or at its top
 */
export async function sourceRevision(folder: string): Promise<string | undefined> {
  return (await workTreeOf(folder))?.commit.slice(0, 12);
}

/**
 * A revision as the colophon line gives it: twelve digits of a commit, anything else as it is.
 *
 * @param stated a commit, or the name of a version
 */
export function shortRevision(stated: string): string | undefined {
  const text = stated.trim();
  if (text === '') return undefined;
  return /^[\da-f]{12,64}$/i.test(text) ? text.slice(0, 12).toLowerCase() : text;
}
