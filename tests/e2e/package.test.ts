import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { folderOf } from '../builders/folder.ts';

/*
 * What `npm publish` would send: the compiled program, its templates, and nothing else. `npm test`
 * compiles first.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);
let packed: string[];

beforeAll(async () => {
  const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    maxBuffer: 64 * 2 ** 20,
  });
  const [{ files } = { files: [] }] = JSON.parse(stdout) as { files: { path: string }[] }[];
  packed = files.map(({ path }) => path);
});

test('the library runs in a program that is given on the command line', async () => {
  const folder = await folderOf({ 'book.yaml': 'title: A\nlanguage: en\n', '01-one.md': '# One\n\nText.\n' });
  const program = `import { build } from 'colophon';
const { ok } = await build(${JSON.stringify(folder)}, { only: ['epub'], threads: 2 });
console.log(ok);`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program], { cwd: root });
  expect(stdout).toBe('true\n');
});

describe('the package', () => {
  it('holds the program, its types, its packages, the templates and what is said of the rules, and no sources, tests, books or settings', () => {
    const others = packed.filter(
      (path) =>
        !/^lib\/.+\.(?:js|js\.map|d\.ts)$/.test(path) &&
        !/^templates\/.+\.(?:csl|css|ejs|html|icc|json|md|png|svg|xml|ya?ml)$/.test(path),
    );
    expect(others.toSorted()).toEqual([
      'LICENSE',
      'README.md',
      'lib/packages.json',
      'lib/third-party-notices.txt',
      'manuscript/messages.md',
      'package.json',
    ]);
  });

  it('holds every template', async () => {
    const entries = await readdir(`${root}templates`, { recursive: true, withFileTypes: true });
    const templates = entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(root, join(parentPath, name)));
    expect(templates.length).toBeGreaterThan(50);
    expect(templates.filter((path) => !packed.includes(path))).toEqual([]);
  });

  it('has types that need no package which it does not bring', async () => {
    const manifest = JSON.parse(await readFile(`${root}package.json`, 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const reached = new Set([`${root}lib/index.d.ts`]);
    const foreign = new Set<string>();
    for (const file of reached) {
      const text = await readFile(file, 'utf8');
      for (const [, name = ''] of text.matchAll(/(?:from |import\()["']([^"']+)["']/g)) {
        if (name.startsWith('.')) reached.add(resolve(dirname(file), name.replace(/(?:\.d)?\.ts$/, '.d.ts')));
        else if (!name.startsWith('node:'))
          foreign.add(name.split('/', name.startsWith('@') ? 2 : 1).join('/'));
      }
    }
    const brought = new Set(Object.keys(manifest.dependencies));
    expect(foreign.size).toBeGreaterThan(3);
    expect([...foreign].filter((name) => !brought.has(name) && !brought.has(`@types/${name}`))).toEqual([]);
  });

  it('holds what its manifest leads to', async () => {
    const manifest = JSON.parse(await readFile(`${root}package.json`, 'utf8')) as {
      bin: Record<string, string>;
      exports: { '.': Record<string, string> };
    };
    const entries = [...Object.values(manifest.bin), ...Object.values(manifest.exports['.'])].map((path) =>
      path.replace(/^\.\//, ''),
    );
    expect(entries).toHaveLength(3);
    expect(entries.filter((path) => !packed.includes(path))).toEqual([]);
  });
});
