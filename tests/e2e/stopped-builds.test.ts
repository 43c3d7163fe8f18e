import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownCache, type OwnCache } from '../support/own-cache.ts';

/*
 * The compiled command, stopped by signals while its browser works, many at once, and with nowhere to
 * write to. `npm test` compiles first.
 */
const command = new URL('../../lib/cli.js', import.meta.url).pathname;
let folder: string;
let cache: OwnCache;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'colophon-stopped-'));
  cache = await ownCache(join(folder, 'cache'));
  await mkdir(join(folder, 'book'));
  await writeFile(join(folder, 'book', 'book.yaml'), 'title: Book\nlanguage: en\n');
  await writeFile(
    join(folder, 'book', '01.md'),
    `# One\n\n${'Some words of a long chapter. '.repeat(20_000)}\n`,
  );
  await mkdir(join(folder, 'long'));
  await writeFile(join(folder, 'long', 'book.yaml'), 'title: Book\nlanguage: en\n');
  await writeFile(
    join(folder, 'long', '01.md'),
    `# One\n\n${'Some words of a long chapter.\n\n'.repeat(120_000)}`,
  );
  await mkdir(join(folder, 'short'));
  await writeFile(join(folder, 'short', 'book.yaml'), 'title: Book\nlanguage: en\n');
  await writeFile(join(folder, 'short', '01.md'), '# One\n\nText.[^1]\n\n[^1]: A note.\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function build(args: ReadonlyArray<string>, stdout: 'ignore' | number = 'ignore') {
  return spawn(process.execPath, [command, 'build', ...args], {
    cwd: folder,
    env: { ...process.env, EPUBCHECK: 'off', XDG_CACHE_HOME: cache.home },
    stdio: ['ignore', stdout, 'pipe'],
  });
}

async function whenItPrints(): Promise<void> {
  await expect
    .poll(
      async () => {
        const [profile] = await cache.passing();
        return (
          profile !== undefined && existsSync(join(cache.home, 'colophon', profile, 'profile', 'Default'))
        );
      },
      { timeout: 60_000 },
    )
    .toBe(true);
}

describe.runIf(process.platform !== 'win32')('a build that gets a signal', { timeout: 120_000 }, () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s ends with status %i and leaves nothing', async (signal, status) => {
    const child = build(['book', '--out', 'never', '--quiet']);
    await whenItPrints();
    child.kill(signal);
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(status);
    expect(await cache.passing()).toEqual([]);
    await expect.poll(cache.browsers, { timeout: 10_000 }).toEqual([]);
    expect(existsSync(join(folder, 'never'))).toBe(false);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s ends it at once while a chapter is parsed, and the next build sweeps',
    async (signal) => {
      const child = build(['long', '--out', 'never']);
      let told = '';
      child.stderr?.on('data', (chunk: Buffer) => (told += chunk.toString()));
      await expect.poll(() => told, { timeout: 60_000 }).toContain('Parsing the Markdown');
      child.kill(signal);
      // Busy as the thread is, nobody answers it with a status, so that the system does: unless it comes in the moment before.
      const either = [
        [null, signal],
        [128 + constants.signals[signal], null],
      ];
      expect(either).toContainEqual(await once(child, 'exit'));
      await expect.poll(cache.browsers, { timeout: 10_000 }).toEqual([]);
      const [code] = (await once(build(['short', '--out', 'swept', '--quiet']), 'exit')) as [number];
      expect(code).toBe(0);
      expect(await cache.passing()).toEqual([]);
    },
  );

  it('SIGKILL takes its browser along, and the next build sweeps', async () => {
    const child = build(['book', '--out', 'never', '--quiet']);
    await whenItPrints();
    child.kill('SIGKILL');
    await once(child, 'exit');
    await expect.poll(cache.browsers, { timeout: 10_000 }).toEqual([]);
    expect(await cache.passing()).toHaveLength(1);
    const [code] = (await once(build(['short', '--out', 'swept', '--quiet']), 'exit')) as [number];
    expect(code).toBe(0);
    expect(await cache.passing()).toEqual([]);
  });
});

it(
  'eight builds at once leave whole releases, in one folder and in eight',
  { timeout: 300_000 },
  async () => {
    const outs = [
      ...Array<string>(8).fill('together'),
      ...Array.from({ length: 8 }, (_, at) => `apart-${at}`),
    ];
    const codes = await Promise.all(
      outs.map(async (out) => {
        const child = build(['short', '--out', out, '--quiet', '--only', 'epub']);
        const [code] = (await once(child, 'exit')) as [number];
        return code;
      }),
    );
    expect(codes).toEqual(outs.map(() => 0));
    const sums = new Set<string>();
    for (const out of new Set(outs)) {
      await promisify(execFile)('sha256sum', ['--check', '--strict', 'SHA256SUMS'], {
        cwd: join(folder, out),
      });
      sums.add(await readFile(join(folder, out, 'SHA256SUMS'), 'utf8'));
      expect((await readdir(join(folder, out))).filter((name) => name.startsWith('.'))).toEqual([]);
    }
    expect(sums.size).toBe(1);
  },
);

it.runIf(existsSync('/dev/full'))(
  'output that cannot be written is told of without a stack trace',
  async () => {
    const full = openSync('/dev/full', 'w');
    const child = build(['short', '--out', 'told', '--only', 'epub', '--json'], full);
    let stderr = '';
    child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number];
    closeSync(full);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^colophon: the output could not be written: ENOSPC/);
    expect(stderr).not.toMatch(/^\s+at /m);
  },
);
