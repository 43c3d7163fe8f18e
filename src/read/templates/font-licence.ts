import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the text of a font's licence is called, in packages that have one for their code beside it first. */
const names = ['LICENSE_FONT', 'OFL.txt', 'LICENSE'];

/**
 * The text of the licence of the fonts in a package; undefined where it has none.
 *
 * @param folder of the package
 */
export async function readLicence(folder: string): Promise<string | undefined> {
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => undefined);
    if (text !== undefined) return text;
  }
  return undefined;
}
