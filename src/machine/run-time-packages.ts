import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installedPackages, type InstalledPackage } from './installed-packages.ts';

/** A package that the program runs with. */
export interface RunTimePackage extends InstalledPackage {
  /** The hash of the package as its registry has it (Subresource Integrity), where the program was made with it. */
  readonly integrity: string | undefined;
}

interface PackageList {
  readonly bundled: ReadonlyArray<Omit<InstalledPackage, 'licence'> & { readonly licence?: string }>;
  /** By name and version. */
  readonly hashes: Readonly<Record<string, string>>;
}

/** The packages that the program runs with, those in it and those beside it, by name; types have no code. */
export function runTimePackages(): RunTimePackage[] {
  const manifest = import.meta.resolve('colophon/package.json');
  const { bundled, hashes } = packageList(new URL('lib/packages.json', manifest));
  const found = new Map<string, RunTimePackage>();
  for (const { name, version, licence } of [
    ...bundled,
    ...installedPackages(fileURLToPath(manifest), true),
  ]) {
    const key = `${name}@${version}`;
    if (!name.startsWith('@types/') && !found.has(key))
      found.set(key, { name, version, licence, integrity: hashes[key] });
  }
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

/** What was written when the program was compiled; from its sources it runs without being. */
function packageList(file: URL): PackageList {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as PackageList;
  } catch {
    return { bundled: [], hashes: {} };
  }
}
