import { execFile } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { processMark } from '../../src/machine/process-mark.ts';
import { folderOf } from '../builders/folder.ts';
import { cameraSegments, withSegments } from '../builders/photographs.ts';
import { jpeg } from '../builders/pictures.ts';
import { halves } from '../builders/rasters.ts';

const index = new URL('../../lib/index.js', import.meta.url).href;

const program = `
  import { readFileSync } from 'node:fs';
  import { build, discardBuild, writeBuild } from '${index}';
  const [manuscript, out] = process.argv.slice(2);
  const result = await build(manuscript, { only: ['epub'] });
  await writeBuild(out, result);
  await discardBuild(result);
  const { ok, messages } = result;
  // getrusage(2) would count the process too that this one was forked from.
  const [, kibibytes] = /VmHWM:\\s+(\\d+)/u.exec(readFileSync('/proc/self/status', 'utf8'));
  process.stdout.write(JSON.stringify({ ok, messages, megabytes: kibibytes / 1024 }));
`;

const pictures = 40;
const megabytes = 10;

it('packs pictures that are far larger than the memory it takes', { timeout: 120_000 }, async () => {
  const names = Array.from({ length: pictures }, (_, number) => `p${number}.jpg`);
  const folder = await folderOf({
    'program.mjs': program,
    'book.yaml': 'title: Pictures\nlanguage: en\ncontributors: [{ name: A. Author, role: author }]\n',
    'one.md': ['# One', ...names.map((name, at) => `![Picture ${at + 1} of the book](${name})`)].join('\n\n'),
  });
  // Every second one is copied without its camera's data, the others are read where they lie.
  for (const [number, name] of names.entries()) {
    const picture = jpeg(6, 4, 3, Buffer.alloc(megabytes << 20, number));
    const segments = number % 2 === 0 ? cameraSegments(1) : new Uint8Array();
    await writeFile(join(folder, name), withSegments(picture, segments, ''));
  }
  const [out, temporary] = [join(folder, 'out'), join(folder, 'temporary')];
  // What a build that was killed has left there.
  const [machine] = processMark().split('-');
  await mkdir(join(temporary, `colophon-bytes-${machine}-${process.pid}-1.abcdef`), { recursive: true });
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'program.mjs'), folder, out], {
    env: { ...process.env, EPUBCHECK: 'off', TMPDIR: temporary },
  });
  const result = JSON.parse(stdout) as { ok: boolean; messages: unknown[]; megabytes: number };
  expect(result).toMatchObject({ ok: true, messages: [] });
  expect(result.megabytes).toBeLessThan(pictures * megabytes);
  await promisify(execFile)('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: out });
  // That has gone, and what lay on disk meanwhile.
  expect(await readdir(temporary)).toEqual([]);
});

/** How many megabytes the e-book of a folder takes at most. */
async function takenBy(folder: string): Promise<number> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(folder, 'program.mjs'), folder, join(folder, 'out')],
    { env: { ...process.env, EPUBCHECK: 'off' } },
  );
  const result = JSON.parse(stdout) as { ok: boolean; messages: unknown[]; megabytes: number };
  expect(result).toMatchObject({ ok: true, messages: [] });
  return result.megabytes;
}

it('makes large photographs smaller with no memory of its own', { timeout: 240_000 }, async () => {
  const files = {
    'program.mjs': program,
    'book.yaml': 'title: Photographs\nlanguage: en\ncontributors: [{ name: A. Author, role: author }]\n',
  };
  const words = await folderOf({ ...files, 'one.md': '# One\n\nWords.\n' });
  const photograph = await halves(4000, 3000, 'noise').jpeg({ quality: 60 }).toBuffer();
  const names = Array.from({ length: 24 }, (_, number) => `p${number}.jpg`);
  const photographs = await folderOf({
    ...files,
    'one.md': ['# One', ...names.map((name, at) => `![Picture ${at + 1} of the book](${name})`)].join('\n\n'),
    ...Object.fromEntries(names.map((name) => [name, withSegments(photograph, cameraSegments(6), '')])),
  });
  // In the process of the build their decoding would take some 200 MB.
  expect(await takenBy(photographs)).toBeLessThan((await takenBy(words)) + 100);
});
