import { lstat } from 'node:fs/promises';

/** Which folders lie where: a system that watches one goes on with it when another has taken its place. */
export class FolderIdentities {
  readonly #known = new Map<string, string>();

  /** Whether one that was there before is another now, or none; those that are new are kept in mind. */
  async haveChanged(folders: ReadonlyArray<string>): Promise<boolean> {
    const found = await Promise.all(
      folders.map(async (folder) => [folder, await identityOf(folder)] as const),
    );
    const isOther = found.some(([folder, identity]) => (this.#known.get(folder) ?? identity) !== identity);
    for (const [folder, identity] of found) this.#known.set(folder, identity);
    return isOther;
  }
}

async function identityOf(folder: string): Promise<string> {
  return lstat(folder).then(
    ({ dev, ino }) => `${dev} ${ino}`,
    () => 'gone',
  );
}
