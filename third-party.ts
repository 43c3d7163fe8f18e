import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';

/** Licences under which code may be part of ours, as SPDX expressions: all that they ask for is this notice. */
const permissive = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  '(MIT AND Zlib)',
  '(MIT OR GPL-3.0-or-later)',
]);

/** What the manifest of a package does not say, and its readme does. */
const saidInReadme = new Map([['format', 'MIT']]);

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
  readonly repository?: string | { readonly url: string };
}

/** What the lockfile says of packages, by where they lie. */
interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly version?: string; readonly integrity?: string; readonly dev?: boolean }>
  >;
}

/** Files that are written beside the bundle, by what is in them. */
interface Files {
  /** What the licences of the packages in it ask for: their notices. */
  readonly notices: string;
  /** Which packages these are, and the hashes of all that it runs with, as the lockfile has them. */
  readonly packages: string;
}

/**
 * Writes beside the bundle what is to be said of the packages in it.
 *
 * @throws where a package is not under a permissive licence
 */
export function thirdParty({ notices, packages }: Files): Plugin {
  return {
    name: 'third-party',
    async generateBundle(_options, bundle) {
      const loaded = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      // Scripts that run in pages are text in a module, and consist of modules themselves.
      const modules = loaded.flatMap((id) => [id, ...scriptModules(this.getModuleInfo(id)?.meta)]);
      const folders = new Set(modules.flatMap((id) => packageFolder(id) ?? []));
      const texts = await Promise.all([...folders].map(noticeOf));
      const source = [
        'The code in this folder contains these packages, each under the licence that follows its name.\n',
        ...texts.toSorted((a, b) => (a < b ? -1 : 1)),
      ].join(`\n${'-'.repeat(80)}\n\n`);
      this.emitFile({ type: 'asset', fileName: notices, source });
      this.emitFile({ type: 'asset', fileName: packages, source: await listOf([...folders]) });
    },
  };
}

function scriptModules(meta: Readonly<Record<string, unknown>> | undefined): ReadonlyArray<string> {
  const modules = meta?.['modules'];
  return Array.isArray(modules) ? (modules as string[]) : [];
}

/** The folder of the package that a module belongs to; undefined for modules of ours and of the bundler. */
function packageFolder(module: string): string | undefined {
  return /^[^\0].*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(module)?.[0];
}

/** Packages and hashes as `src/machine/run-time-packages.ts` reads them. */
async function listOf(folders: ReadonlyArray<string>): Promise<string> {
  const lock = JSON.parse(await readFile(new URL('package-lock.json', import.meta.url), 'utf8')) as Lock;
  const bundled = await Promise.all(
    folders.map(async (folder) => {
      const { name, version, license } = await manifestOf(folder);
      return { name, version, licence: license ?? saidInReadme.get(name) };
    }),
  );
  const sorted = bundled.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const inside = new Set(sorted.map(keyOf));
  const hashes = new Map(
    Object.entries(lock.packages).flatMap(([path, { version, integrity, dev }]) => {
      if (version === undefined || integrity === undefined) return [];
      const key = keyOf({ name: path.replace(/^.*node_modules\//, ''), version });
      return dev === true && !inside.has(key) ? [] : [[key, integrity] as const];
    }),
  );
  return `${JSON.stringify({ bundled: sorted, hashes: Object.fromEntries(hashes) }, null, 2)}\n`;
}

function keyOf({ name, version }: Pick<Manifest, 'name' | 'version'>): string {
  return `${name}@${version}`;
}

async function manifestOf(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
}

async function noticeOf(folder: string): Promise<string> {
  const manifest = await manifestOf(folder);
  const { name, version, author, repository } = manifest;
  const license = manifest.license ?? saidInReadme.get(name);
  if (license === undefined || !permissive.has(license))
    throw new Error(`${name} is under ${license ?? 'no licence'}: leave it out of the bundle`);
  const by = typeof author === 'object' ? author.name : author;
  const from = typeof repository === 'object' ? repository.url : repository;
  const head = [
    `${name} ${version}`,
    license,
    ...(by === undefined ? [] : [by]),
    ...(from === undefined ? [] : [from]),
  ];
  return `${head.join('\n')}\n\n${await textsOf(folder)}`;
}

/** Licence and notice as the package brings them; where it brings none, what its readme says. */
async function textsOf(folder: string): Promise<string> {
  const files = (await readdir(folder)).toSorted();
  const own = files.filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file));
  const texts = await Promise.all(own.map((file) => readFile(join(folder, file), 'utf8')));
  if (texts.length > 0) return texts.map((text) => `${text.trim()}\n`).join('\n');
  const readme = files.find((file) => /^readme/i.test(file));
  const said = readme === undefined ? '' : await readFile(join(folder, readme), 'utf8');
  return `${/^#+ *licen[cs]e.*$(?<text>[^]*?)(?=^#|$(?![^]))/im.exec(said)?.groups?.['text']?.trim() ?? ''}\n`;
}
