import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** A package as it is installed. */
export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  /** As its manifest states it: an expression of SPDX, if it is one. */
  readonly licence: string | undefined;
}

interface PackageManifest {
  readonly version?: string;
  readonly license?: unknown;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * The packages that a package needs, and those that these need, as far as they are installed: each once, a
 * package before those that it needs.
 *
 * @param manifest path of its package.json
 * @param isWhole whether those count too that it would do without
 */
export function installedPackages(manifest: string, isWhole: boolean): InstalledPackage[] {
  return packagesBelow(manifest, isWhole, new Set());
}

function packagesBelow(manifest: string, isWhole: boolean, seen: Set<string>): InstalledPackage[] {
  const { dependencies = {}, optionalDependencies = {} } = read(manifest);
  return Object.keys(isWhole ? { ...dependencies, ...optionalDependencies } : dependencies).flatMap(
    (name) => {
      const found = manifestOf(name, manifest);
      if (found === undefined || seen.has(found)) return [];
      seen.add(found);
      const { version, license } = read(found);
      const licence = typeof license === 'string' ? license : undefined;
      return [{ name, version: String(version), licence }, ...packagesBelow(found, isWhole, seen)];
    },
  );
}

function read(manifest: string): PackageManifest {
  return JSON.parse(readFileSync(manifest, 'utf8')) as PackageManifest;
}

/** Path of the package.json of a package as another finds it. */
function manifestOf(name: string, from: string): string | undefined {
  const places = createRequire(from).resolve.paths(name) ?? [];
  return places
    .map((place) => join(place, name, 'package.json'))
    .find((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
}
