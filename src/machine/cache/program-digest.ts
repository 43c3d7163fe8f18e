import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, type Stats } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installedPackages } from '../installed-packages.ts';

/**
 * A digest of everything by which the same manuscript could come to other bytes: this program with its
 * templates, the packages it brings along, and Node.js. A file counts by its name, its size and when it was
 * changed: what the program is bundled into has its content in its names.
 */
export function programDigest(): string {
  const manifest = fileURLToPath(import.meta.resolve('colophon/package.json'));
  const root = dirname(manifest);
  const hash = createHash('sha256');
  hash.update(JSON.stringify([process.versions, process.platform, process.arch, root]));
  hash.update(readFileSync(manifest));
  for (const [name, isDeep] of foldersOf(root))
    for (const line of filesIn(join(root, name), isDeep)) hash.update(line);
  for (const { name, version } of installedPackages(manifest, false)) hash.update(`${name} ${version}\n`);
  return hash.digest('hex');
}

/**
 * A digest of the same by what stands in the files, which is one for all machines with this program, wherever and
 * whenever it was installed.
 */
export function programContents(): string {
  const manifest = fileURLToPath(import.meta.resolve('colophon/package.json'));
  const root = dirname(manifest);
  const hash = createHash('sha256');
  const { node, v8, icu, unicode } = process.versions;
  hash.update(JSON.stringify([node, v8, icu, unicode, process.platform, process.arch]));
  hash.update(readFileSync(manifest));
  for (const [name, isDeep] of foldersOf(root))
    for (const line of filesIn(join(root, name), isDeep, contentOf)) hash.update(line);
  for (const { name, version } of installedPackages(manifest, false)) hash.update(`${name} ${version}\n`);
  return hash.digest('hex');
}

function contentOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

function sizeAndTimeOf(_path: string, { size, mtimeMs }: Stats): string {
  return `${size} ${mtimeMs}`;
}

/** The folders of this program below its root, and whether what lies in folders of theirs belongs to it. */
function foldersOf(root: string): ReadonlyArray<readonly [name: string, isDeep: boolean]> {
  const [program] = relative(root, fileURLToPath(import.meta.url)).split(sep);
  const templates = ['templates', true] as const;
  // Tests run it from its sources.
  if (program === 'src') return [['src', true], templates];
  return [['lib', false], ['lib/chunks', false], templates];
}

/**
 * A line for each file of a folder, in the order of the names.
 *
 * @param stateOf what it says of a file besides its name
 */
function filesIn(
  folder: string,
  isDeep: boolean,
  stateOf: (path: string, stats: Stats) => string = sizeAndTimeOf,
): string[] {
  const names = readdirSync(folder, { recursive: isDeep, encoding: 'utf8' });
  return names
    .filter((name) => !name.endsWith('.map'))
    .toSorted()
    .flatMap((name) => {
      const path = join(folder, name);
      const found = statSync(path);
      return found.isFile() ? [`${name} ${stateOf(path, found)}\n`] : [];
    });
}
