import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import JSZip from 'jszip';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ownCache, type OwnCache } from '../support/own-cache.ts';

/*
 * The compiled command watches a folder in which files are changed as editors do. `npm test` compiles first.
 */
const command = new URL('../../lib/cli.js', import.meta.url).pathname;

let folder: string;
let cache: OwnCache;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'colophon-watch-'));
  cache = await ownCache(join(folder, 'cache'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});

const env = (): NodeJS.ProcessEnv => ({ ...process.env, EPUBCHECK: 'off', XDG_CACHE_HOME: cache.home });

interface Told {
  readonly changed: ReadonlyArray<string>;
  readonly ok: boolean;
  readonly messages: ReadonlyArray<{ readonly rule: string }>;
}

/** A book of one chapter, and what watches it and builds it into `dist` inside of it. */
async function watched(name: string, ...args: string[]) {
  return start(name, [process.execPath, command, 'build', '.', '--watch', ...args]);
}

async function start(name: string, [program = '', ...args]: ReadonlyArray<string>) {
  const book = join(folder, name);
  await mkdir(book);
  const write = (path: string, text: string): Promise<void> => writeFile(join(book, path), text);
  await write('book.yaml', 'title: Book\nlanguage: en\nepub: { pages: false }\n');
  await write('01-one.md', '# One\n\nA word.[^1]\n\n[^1]: A note.\n');
  const child = spawn(program, args, {
    cwd: book,
    env: env(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const rounds = (): Told[] =>
    stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Told);
  /** What is told when there have been so many rounds. */
  const round = async (number: number): Promise<Told | undefined> => {
    await expect.poll(() => rounds().length, { timeout: 60_000 }).toBeGreaterThanOrEqual(number);
    return rounds()[number - 1];
  };
  return { book, child, write, rounds, round, told: () => stderr, dist: join(book, 'dist') };
}

async function textOf(epub: string): Promise<string> {
  const zip = await JSZip.loadAsync(await readFile(epub));
  const documents = Object.values(zip.files).filter(({ name }) => name.endsWith('.xhtml'));
  return (await Promise.all(documents.map((file) => file.async('string')))).join('\n');
}

/** How many files a process has open; none where the system does not say. */
function openFiles({ pid }: ChildProcess): number {
  return existsSync('/proc') ? readdirSync(`/proc/${pid}/fd`).length : 0;
}

const watchLimit = '/proc/sys/user/max_inotify_watches';

/** Whether this system lets a process have fewer files watched than others may (Linux, user namespaces). */
function canLimitWatches(): boolean {
  const tried = spawnSync('unshare', ['-Ur', 'sh', '-c', `echo 1 > ${watchLimit}`], { stdio: 'ignore' });
  return tried.status === 0;
}

describe('colophon build --watch', { timeout: 240_000 }, () => {
  it('builds again what is changed, and comes to the files of a plain build', async () => {
    const { book, write, round, rounds, dist } = await watched('same', '--json');
    expect(await round(1)).toMatchObject({ ok: true, changed: [] });
    const [browser, ...others] = cache.browsers();
    await write('01-one.md', '# One\n\nA wonder.[^1]\n\n[^1]: A note.\n');
    expect(await round(2)).toMatchObject({ ok: true, changed: ['01-one.md'] });
    expect(await textOf(join(dist, 'book.epub'))).toContain('A wonder.');

    // Another chapter, in a language that was not in the book, saved as editors do.
    await write('.02-two.md.tmp', '# Two\n\n:lang[Die Donaudampfschifffahrtsgesellschaft]{de}\n');
    await rename(join(book, '.02-two.md.tmp'), join(book, '02-two.md'));
    expect(await round(3)).toMatchObject({ ok: true, changed: ['02-two.md'] });
    expect(cache.browsers()).toEqual([browser, ...others]);
    expect(rounds()).toHaveLength(3);

    await promisify(execFile)(
      process.execPath,
      [command, 'build', '.', '--no-cache', '--quiet', '--out', join(folder, 'plain')],
      { cwd: book, env: env() },
    );
    expect(await readFile(join(dist, 'SHA256SUMS'), 'utf8')).toBe(
      await readFile(join(folder, 'plain', 'SHA256SUMS'), 'utf8'),
    );
  });

  it('leaves the last release as it is where something is wrong, and goes on', async () => {
    const { book, write, round, dist } = await watched('wrong', '--json', '--only', 'epub', '--strict');
    await round(1);
    const sums = await readFile(join(dist, 'SHA256SUMS'), 'utf8');
    await write('book.yaml', 'titel: Book\n');
    const wrong = await round(2);
    expect(wrong?.ok).toBe(false);
    expect(wrong?.messages.map(({ rule }) => rule)).toContain('config-unknown-key');
    expect(await readFile(join(dist, 'SHA256SUMS'), 'utf8')).toBe(sums);
    await write('book.yaml', 'title: Book\nsubtitle: A world\nlanguage: en\nepub: { pages: false }\n');
    expect(await round(3)).toMatchObject({ ok: true, changed: ['book.yaml'] });
    expect(await textOf(join(dist, 'book.epub'))).toContain('A world');

    // Without its folder there is no book; when it is back, there is.
    await rename(book, `${book}-away`);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await rename(`${book}-away`, book);
    await write('01-one.md', '# One\n\nA wreath.[^1]\n\n[^1]: A note.\n');
    await expect.poll(() => textOf(join(dist, 'book.epub')), { timeout: 60_000 }).toContain('A wreath.');
  });

  it('makes few builds of many changes, and keeps no files, tabs or browsers', async () => {
    const { child, write, rounds, round } = await watched('many', '--json', '--only', 'pdf');
    await round(1);
    await write('01-one.md', '# One\n\nAnother word.[^1]\n\n[^1]: A note.\n');
    await round(2);
    const before = { files: openFiles(child), browsers: cache.browsers().length };
    await Promise.all(Array.from({ length: 500 }, (_, at) => write(`x${at}.txt`, 'text')));
    await round(3);
    for (let at = 0; at < 200; at++) {
      await write('01-one.md', `# One\n\nWord ${at}.[^1]\n\n[^1]: A note.\n`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    let seen = 0;
    await expect
      .poll(() => rounds().length === seen || void (seen = rounds().length), {
        interval: 3000,
        timeout: 90_000,
      })
      .toBe(true);
    const all = rounds();
    expect(all.every(({ ok }) => ok)).toBe(true);
    expect(all.length).toBeLessThan(100);
    const changed = new Set(all.flatMap((each) => each.changed));
    expect([...changed].filter((path) => path.endsWith('.txt'))).toHaveLength(500);
    expect(cache.browsers()).toHaveLength(before.browsers);
    // A last build may still be at work on a slow machine; what it has open, it closes.
    await expect.poll(() => openFiles(child), { timeout: 90_000 }).toBeLessThanOrEqual(before.files + 4);
  });

  it('tells people in a line when, what and how long, then the messages', async () => {
    const { write, told } = await watched('told', '--only', 'epub');
    await expect
      .poll(told, { timeout: 60_000 })
      .toMatch(/^Built in .*Waiting for changes in \.; Ctrl-C ends it\.$/ms);
    await write('02-two.md', '# Two\n\nText.[^2]\n');
    await expect
      .poll(told, { timeout: 60_000 })
      .toMatch(
        /^\d\d:\d\d:\d\d {2}02-two\.md: nothing was built in \d+\.\d s \(1 error\); dist is as it was\n02-two\.md:3:6 error note-/m,
      );
  });

  it.runIf(canLimitWatches())('looks at each file where the system watches no more', async () => {
    const limited = `echo 1 > ${watchLimit} && exec "$0" "$@"`;
    const line = ['unshare', '-Ur', 'sh', '-c', limited, process.execPath, command];
    const { write, told } = await start('limited', [...line, 'build', '.', '--watch', '--only', 'epub']);
    await expect.poll(told, { timeout: 60_000 }).toContain('Waiting for changes');
    expect(told()).toMatch(/^This system watches no more files \(ENOSPC\)/m);
    await write('01-one.md', '# One\n\nMore words.\n');
    await expect.poll(told, { timeout: 60_000 }).toMatch(/01-one\.md: built in/);
  });

  it.each([
    [['--format', 'sarif'], /With --watch text or json can be shown, not sarif/],
    [['--out', '.'], /--out \. is the folder of the manuscript/],
  ])('refuses %j', async (args, said) => {
    const { child, told } = await watched(args.join(''), ...args);
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(2);
    expect(told()).toMatch(said);
  });

  it.runIf(process.platform !== 'win32').each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends it with status %i and leaves nothing', async (signal, status) => {
    const { child, round } = await watched(signal, '--json', '--only', 'pdf');
    await round(1);
    child.kill(signal);
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(status);
    expect(await cache.passing()).toEqual([]);
    await expect.poll(cache.browsers, { timeout: 10_000 }).toEqual([]);
  });
});
