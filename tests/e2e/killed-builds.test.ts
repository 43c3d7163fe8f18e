import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'rolldown';
import { beforeAll, expect, inject, it } from 'vitest';
import type { Artifact } from '../../src/book/artifact.ts';
import { artifact, releaseOf } from '../../src/release/artifacts.ts';
import { settleRelease, writeRelease } from '../../src/release/write.ts';
import { makeMetadata } from '../builders/metadata.ts';

/*
 * Processes of a program that puts one release after another into a folder are killed at any moment,
 * most of them while files take their places.
 */
const write = join(inject('runFolder'), 'write-release.mjs');

beforeAll(async () => {
  const input = fileURLToPath(new URL('../../src/release/write.ts', import.meta.url));
  await build({ input, platform: 'node', output: { file: write } });
});

/** A release with a file in it that the others have not. */
function release(name: string): Artifact[] {
  const editions = ['a.epub', 'a.pdf', `${name}.pdf`].map((path) =>
    artifact(path, 'pdf', Buffer.from(`${path} of ${name} `.repeat(20_000))),
  );
  const facts = { metadata: makeMetadata(), tools: { colophon: '1.2.3' }, fonts: [], checks: {} };
  return releaseOf(editions, facts);
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
  release(name).map((file) => ({ ...file, bytes: Buffer.from(file.bytes).toString('base64') })),
);

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

async function sumsHold(folder: string): Promise<boolean> {
  return promisify(execFile)('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: folder }).then(
    () => true,
    () => false,
  );
}

/** The names of the files in the folder, and which release they are. */
async function found(
  folder: string,
): Promise<{ readonly names: string[]; readonly name: string | undefined }> {
  const names = (await readdir(folder)).toSorted();
  const sums = await readFile(join(folder, 'SHA256SUMS'), 'utf8');
  return { names, name: /(\w{2,})\.pdf$/m.exec(sums)?.[1] };
}

/** How many folders are written to at the same time, and how often each writer is killed. */
const folders = 5;
const kills = 20;

/** Kills writers of a new folder; the number of times its files were found between two releases. */
async function tornBy(turns: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'colophon-killed-'));
  let torn = 0;
  try {
    await writeRelease(folder, release('none'));
    for (let turn = 0; turn < turns; turn += 1) {
      await killAWriter(folder, Math.random() * 120);
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

it('leaves the whole old release or the whole new one, and the next build or check nothing else', async () => {
  const torn = await Promise.all(Array.from({ length: folders }, () => tornBy(kills)));
  // Otherwise no process was killed in the moments that matter.
  expect(torn.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(0);
});
