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

/**
 * A path as the disk spells its names, where these are the same but for their letter case. The path itself where there
 * is no such file.
 *
 * @param root the real path of a folder
 * @param path a path below it, with forward slashes
 */
export async function inOtherCase(root: string, path: string): Promise<string> {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    const names = await readdir(join(root, ...steps)).catch((): string[] => []);
    const found = names.includes(step) ? step : names.find((name) => folded(name) === folded(step));
    if (found === undefined) return path;
    steps.push(found);
  }
  return steps.join('/');
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
