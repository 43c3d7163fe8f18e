import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { build } from '../../src/build/build.ts';
import type { BuildOptions } from '../../src/build/options.ts';
import { clearKept, keptSize } from '../../src/machine/cache/build-cache.ts';
import { ownCache, type OwnCache } from '../support/own-cache.ts';

const fixtures = new URL('../fixtures/', import.meta.url).pathname;
const command = new URL('../../lib/cli.js', import.meta.url).pathname;
const run = promisify(execFile);

/** Books in which one word is changed: notes, an index, pictures, two directions; and one that is warned of. */
const books = {
  everything: { file: '01-one.md', from: 'Line one', to: 'Line won' },
  persian: { file: '02-two.md', from: '\n\n', to: '\n\nسلام ' },
};

let folder: string;
let cache: OwnCache;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'colophon-warm-'));
  cache = await ownCache(join(folder, 'cache'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(() => void vi.stubEnv('XDG_CACHE_HOME', cache.home));

/** Of the kinds of work that are kept all but the reports of EPUBCheck, which tests do not ask. */
const kinds = 9;

const builds = (): string => join(cache.home, 'colophon', 'builds');

/** The files of all shelves, as the file system knows them. */
async function keptFiles(): Promise<number[]> {
  const names = await readdir(builds());
  const files = await Promise.all(names.map((name) => stat(join(builds(), name))));
  return files.map(({ ino }) => ino).toSorted((a, b) => a - b);
}

/** What comes of a build: the files by their checksums, and all that is said. */
async function outcome(manuscript: string, options: BuildOptions) {
  const { ok, artifacts, messages } = await build(manuscript, options);
  expect(ok).toBe(true);
  return { messages, files: artifacts.map(({ path, sha256 }) => `${sha256} ${path}`) };
}

describe.each(Object.entries(books))('the book "%s"', (name, { file, from, to }) => {
  it('comes to the same files and messages with a cache, with an empty one and with none', async () => {
    const manuscript = join(folder, name);
    await cp(join(fixtures, 'books', name), manuscript, { recursive: true });
    const path = join(manuscript, file);
    const text = await readFile(path, 'utf8');
    // What is told while files are parsed is told by every build.
    const written = `${text}\n\nNot \\emph{read}.\n`;
    const changed = written.replace(from, to);
    expect(changed).not.toBe(written);

    await writeFile(path, written);
    const cold = await outcome(manuscript, { cache: true });
    expect(cold.messages).not.toEqual([]);
    const kept = await keptFiles();
    expect(kept.length).toBeGreaterThanOrEqual(kinds);
    expect(await outcome(manuscript, { cache: true })).toEqual(cold);
    // Everything was found: a shelf on which something was not is another file now.
    expect(await keptFiles()).toEqual(kept);
    expect(await outcome(manuscript, {})).toEqual(cold);

    await writeFile(path, changed);
    const warm = await outcome(manuscript, { cache: true, threads: 2 });
    expect(warm).toEqual(await outcome(manuscript, {}));
    expect(warm.files).not.toEqual(cold.files);

    // What was so before is so again, though the last build left it out.
    await writeFile(path, written);
    expect(await outcome(manuscript, { cache: true, threads: 1 })).toEqual(cold);
  });
});

it('keeps nothing unless that is asked for', async () => {
  const before = await keptSize();
  await build(join(fixtures, 'books', 'article'), { only: ['epub'] });
  expect(await keptSize()).toBe(before);
  await build(join(fixtures, 'books', 'article'), { only: ['epub'], cache: true });
  expect(await keptSize()).toBeGreaterThan(before);
});

describe('the command', () => {
  const article = join(fixtures, 'books', 'article');
  const colophon = async (...args: string[]): Promise<string> => {
    const env = { ...process.env, EPUBCHECK: 'off', XDG_CACHE_HOME: cache.home };
    return (await run(process.execPath, [command, ...args], { env })).stdout;
  };

  it('keeps for the next build what it makes, unless it is told not to', async () => {
    const only = ['build', article, '--only', 'epub', '--quiet', '--out', join(folder, 'article')];
    await clearKept();
    await colophon(...only, '--no-cache');
    expect(await keptSize()).toBe(0);
    await colophon(...only);
    const kept = await keptSize();
    expect(kept).toBeGreaterThan(0);
    // What is not whole is mended by a build that asks for it, and by no other.
    for (const name of await readdir(builds())) await writeFile(join(builds(), name), 'not whole');
    const broken = await keptSize();
    await colophon(...only, '--no-cache');
    expect(await keptSize()).toBe(broken);
    await colophon(...only);
    expect(await keptSize()).toBe(kept);
  });

  it('tells how much is kept, and removes it', async () => {
    await build(article, { only: ['epub'], cache: true });
    const told = async (...options: string[]): Promise<string | undefined> => {
      const { findings } = JSON.parse(await colophon('doctor', '--json', ...options)) as {
        findings: ReadonlyArray<{ name: string; detail: string }>;
      };
      return findings.find(({ name }) => name === 'cache')?.detail;
    };
    expect(await told()).toMatch(/; [1-9]\d* of 500 MB kept for later builds$/);
    expect(await told('--clear-cache')).toMatch(/; 0 of 500 MB kept for later builds$/);
  });
});
