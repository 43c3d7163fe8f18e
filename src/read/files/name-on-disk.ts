import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A path as the disk spells its names, where these are canonically equivalent and not equal: é may be
 * one character or two. The path itself where there is no such file.
 *
 * @param root the real path of a folder
 * @param path a path below it, with forward slashes
 */
export async function nameOnDisk(root: string, path: string): Promise<string> {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    const names = await readdir(join(root, ...steps)).catch((): string[] => []);
    const wanted = step.normalize('NFC');
    steps.push(
      names.includes(step) ? step : (names.find((name) => name.normalize('NFC') === wanted) ?? step),
    );
  }
  return steps.join('/');
}
