import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build, type OutputChunk } from 'rolldown';
import { beforeAll, expect, it } from 'vitest';

/* What `npm pack` takes of the compiled program. `npm test` compiles first. */
const lib = new URL('../../lib/', import.meta.url);
const { dependencies, optionalDependencies, peerDependencies } = JSON.parse(
  readFileSync(new URL('../package.json', lib), 'utf8'),
) as Readonly<
  Record<'dependencies' | 'optionalDependencies' | 'peerDependencies', Readonly<Record<string, string>>>
>;

/** The compiled files, read as a bundler reads them: a file that is missing would stop it. */
let chunks: ReadonlyMap<string, OutputChunk>;
beforeAll(async () => {
  const { output } = await build({
    input: ['cli.js', 'index.js'].map((file) => fileURLToPath(new URL(file, lib))),
    external: /^[^./]/,
    platform: 'node',
    write: false,
  });
  chunks = new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])));
});

it('asks for no package that is not installed with it', () => {
  const asked = [...chunks.values()].flatMap(({ imports, dynamicImports }) => [
    ...imports,
    ...dynamicImports,
  ]);
  const packages = new Set(
    asked
      .filter((name) => !chunks.has(name) && !isBuiltin(name))
      .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name),
  );
  expect(packages).toContain('subset-font');
  const optional = { ...optionalDependencies, ...peerDependencies };
  expect([...packages].filter((name) => !(name in dependencies) && !(name in optional))).toEqual([]);
});

it('loads what may be left out only when it is asked for', () => {
  const needed = [...chunks.values()].flatMap(({ imports }) => imports);
  const optional = { ...optionalDependencies, ...peerDependencies };
  expect(needed.filter((name) => name in optional)).toEqual([]);
});

it('begins with little: the rest is loaded when a command asks for it', () => {
  const begun = new Set<string>();
  const begin = (file: string): void => {
    const chunk = chunks.get(file);
    if (chunk === undefined || begun.has(file)) return;
    begun.add(file);
    chunk.imports.forEach(begin);
  };
  begin('cli.js');
  chunks.get('cli.js')?.dynamicImports.forEach(begin);
  const size = (files: Iterable<string>) =>
    [...files].reduce((sum, file) => sum + (chunks.get(file)?.code.length ?? 0), 0);
  expect(size(begun)).toBeGreaterThan(1_000);
  expect(size(begun)).toBeLessThan(20_000);
  expect(size(chunks.keys())).toBeGreaterThan(1_000_000);
});

it('brings the notices of the packages it contains', () => {
  const notices = readFileSync(new URL('third-party-notices.txt', lib), 'utf8');
  for (const name of ['unified', 'pdf-lib', 'zod', 'puppeteer-core'])
    expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
  expect(notices).not.toMatch(/^(?:subset-font|jscolorengine) \d/m);
});
