import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { build } from 'rolldown';
import { beforeAll, expect, inject, it } from 'vitest';
import type { Artifact } from '../../src/book/artifact.ts';
import { artifact, withChecksums, withManifest } from '../../src/release/artifacts.ts';
import { settleRelease, writeRelease } from '../../src/release/write.ts';
import { makeMetadata } from '../builders/metadata.ts';
import { ownCache } from '../support/own-cache.ts';
import { held } from '../builders/held.ts';

/*
 * Processes are killed with SIGKILL at a hundred moments: nine in ten while they put one release after
 * another into a folder, most of those while files take their places; one in ten anywhere in a whole
 * build with its browser, by the compiled command. `npm test` compiles first.
 */
const { COLOPHON_KILLS = '100', COLOPHON_FUZZ_SEED: seed = '1867' } = process.env;
const kills = Number(COLOPHON_KILLS);
const whole = Math.ceil(kills / 10);

const command = new URL('../../lib/cli.js', import.meta.url).pathname;
const write = join(inject('runFolder'), 'write-release.mjs');

beforeAll(async () => {
  const input = fileURLToPath(new URL('../../src/release/write.ts', import.meta.url));
  await build({ input, platform: 'node', output: { file: write } });
});

/** Above 0 and up to 1, the same in every run. */
function moments(count: number, stream: number): number[] {
  const thousandths = fc.noBias(fc.integer({ min: 1, max: 1000 }));
  return fc
    .sample(thousandths, { numRuns: count, seed: Number(seed) + stream })
    .map((moment) => moment / 1000);
}

async function sumsHold(folder: string): Promise<boolean> {
  return promisify(execFile)('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: folder }).then(
    () => true,
    () => false,
  );
}

/** A release with a file in it that the others have not. */
function release(name: string): Artifact[] {
  const editions = ['a.epub', 'a.pdf', `${name}.pdf`].map((path) =>
    artifact(path, 'pdf', Buffer.from(`${path} of ${name} `.repeat(20_000))),
  );
  const facts = {
    metadata: makeMetadata(),
    tools: { colophon: '1.2.3' },
    fonts: [],
    contents: [],
    media: [],
    checks: {},
  };
  return withChecksums(withManifest(editions, facts));
}

/** Writes releases in turn for ever; a file takes its place every few milliseconds. */
const program = `
  import { writeRelease } from ${JSON.stringify(write)};
  let text = '';
  for await (const chunk of process.stdin) text += chunk;
  const { folder, releases } = JSON.parse(text);
  const wait = new Int32Array(new SharedArrayBuffer(4));
  const onPlace = () => Atomics.wait(wait, 0, 0, 4);
  const bytes = (file) => ({ ...file, bytes: Buffer.from(file.bytes, 'base64') });
  const ready = releases.map((release) => release.map(bytes));
  process.stdout.write('ready');
  for (;;) for (const release of ready) await writeRelease(folder, release, { onPlace });
`;

const releases = ['one', 'two'].map((name) =>
  release(name).map((file) => ({ ...file, bytes: Buffer.from(held(file.bytes)).toString('base64') })),
);

/** @param after milliseconds after its first release is begun */
async function killAWriter(folder: string, after: number): Promise<void> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify({ folder, releases }));
  await once(child.stdout, 'data');
  await setTimeout(after);
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** The names of the files in the folder, and which release they are. */
async function found(
  folder: string,
): Promise<{ readonly names: string[]; readonly name: string | undefined }> {
  const names = (await readdir(folder)).toSorted();
  const sums = await readFile(join(folder, 'SHA256SUMS'), 'utf8');
  return { names, name: /(\w{2,})\.pdf$/m.exec(sums)?.[1] };
}

/** How many folders are written to at the same time. */
const folders = 5;

/** Kills writers of a new folder; the number of times its files were found between two releases. */
async function tornBy(turns: number, stream: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'colophon-killed-'));
  let torn = 0;
  try {
    await writeRelease(folder, release('none'));
    for (const [turn, moment] of moments(turns, stream).entries()) {
      await killAWriter(folder, moment * 120);
      torn += (await sumsHold(folder)) ? 0 : 1;
      await (turn % 2 === 0 ? settleRelease(folder) : writeRelease(folder, release('next')));
      const { names, name } = await found(folder);
      expect(await sumsHold(folder)).toBe(true);
      expect(turn % 2 === 0 ? ['none', 'next', 'one', 'two'] : ['next']).toContain(name);
      expect(names).toEqual(['SHA256SUMS', 'a.epub', 'a.pdf', `${name}.pdf`, 'release.json'].toSorted());
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return torn;
}

const time = 120_000 + kills * 3000;

it(
  'leaves the whole old release or the whole new one, and the next build or check nothing else',
  async () => {
    const turns = Math.ceil((kills - whole) / folders);
    const torn = await Promise.all(Array.from({ length: folders }, (_, stream) => tornBy(turns, stream)));
    // Otherwise no process was killed in the moments that matter.
    expect(torn.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(0);
  },
  time,
);

it(
  'is as good with whole builds: their browsers end, and the next build takes away all they left',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'colophon-killed-'));
    const [book, temporary, out] = [join(folder, 'book'), join(folder, 'tmp'), join(folder, 'out')];
    const cache = await ownCache(join(folder, 'cache'));
    const env = { ...process.env, EPUBCHECK: 'off', XDG_CACHE_HOME: cache.home, TMPDIR: temporary };
    /** @returns how it ended, and after how many milliseconds */
    const buildWith = async (words: string, killAfter?: number) => {
      await writeFile(join(book, '01.md'), `# One\n\n${words}[^1]\n\n[^1]: A note.\n`);
      const began = performance.now();
      const child = spawn(process.execPath, [command, 'build', book, '--out', out, '--quiet'], {
        env,
        stdio: 'ignore',
        ...(killAfter !== undefined && { timeout: killAfter, killSignal: 'SIGKILL' }),
      });
      const [code] = (await once(child, 'exit')) as [number | null];
      return { code, took: performance.now() - began };
    };
    try {
      await Promise.all([mkdir(book), mkdir(temporary)]);
      await writeFile(join(book, 'book.yaml'), 'title: Book\nlanguage: en\n');
      await buildWith('The browser is sealed.');
      const { code, took } = await buildWith('Before.');
      expect(code).toBe(0);
      const names = await readdir(out);
      for (const [turn, moment] of moments(whole, folders).entries()) {
        await buildWith(`Killed for the time ${turn}.`, Math.ceil(moment * took));
        await expect.poll(cache.browsers, { timeout: 20_000 }).toEqual([]);
        await settleRelease(out);
        expect(await sumsHold(out)).toBe(true);
        expect(await readdir(out)).toEqual(names);
      }
      expect(await buildWith('After.')).toMatchObject({ code: 0 });
      expect(await sumsHold(out)).toBe(true);
      expect(await readdir(out)).toEqual(names);
      expect(await cache.passing()).toEqual([]);
      expect(await readdir(temporary)).toEqual([]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  time,
);
