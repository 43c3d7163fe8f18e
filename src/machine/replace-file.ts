import { rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ownFolder, sweepFolders } from './own-folder.ts';

/** What the names of the folders begin with in which a file is made ready, beside its place. */
export const draftPrefix = 'draft-';

/**
 * Puts a file in place of another of its name: whoever reads meanwhile, or after a loss of power, finds
 * the old one or the new, never half of one. What a process that was killed left is removed by the next.
 *
 * @param path in an existing folder
 * @param content in one piece or in several
 * @param isLasting whether a loss of power must not leave half of it: who knows half a file when he reads it
 * need not wait for the disk
 */
export async function replaceFile(
  path: string,
  content: Uint8Array | string | ReadonlyArray<Uint8Array>,
  { isLasting = true }: { readonly isLasting?: boolean } = {},
): Promise<void> {
  const folder = dirname(path);
  await sweepFolders(folder, draftPrefix);
  const drafts = await ownFolder(folder, draftPrefix);
  try {
    const draft = join(drafts.path, basename(path));
    await writeFile(draft, content, { flush: isLasting });
    await rename(draft, path);
  } finally {
    await drafts.remove();
  }
}
