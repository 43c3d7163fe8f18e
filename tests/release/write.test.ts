import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Artifact } from '../../src/book/artifact.ts';
import { EnvironmentError } from '../../src/book/errors.ts';
import { artifact, releaseOf } from '../../src/release/artifacts.ts';
import { writeRelease } from '../../src/release/write.ts';
import { makeMetadata } from '../make-metadata.ts';

let parent: string;
let folder: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'colophon-release-'));
  folder = join(parent, 'dist');
});
afterEach(() => rm(parent, { recursive: true }));

/** A release whose editions have the texts given by name. */
function release(texts: Readonly<Record<string, string>>): Artifact[] {
  const editions = Object.entries(texts).map(([path, text]) =>
    artifact(path, path.endsWith('.epub') ? 'epub' : 'pdf', Buffer.from(text)),
  );
  return releaseOf(editions, { metadata: makeMetadata(), tools: {}, fonts: [], checks: {} });
}

/** The texts of all files in the output folder by name. */
async function contents(): Promise<Record<string, string>> {
  const names = (await readdir(folder)).toSorted();
  const texts = await Promise.all(
    names.map((name) => readFile(join(folder, name), 'utf8').catch(() => 'folder')),
  );
  return Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']));
}

function failureOf(artifacts: ReadonlyArray<Artifact>, target = folder): Promise<EnvironmentError> {
  return writeRelease(target, artifacts).then(
    () => {
      throw new Error('the release was written');
    },
    (error: unknown) => {
      if (!(error instanceof EnvironmentError)) throw new Error(`not an EnvironmentError: ${String(error)}`);
      return error;
    },
  );
}

const first = { 'a.epub': 'one', 'a.pdf': 'two' };

describe('writeRelease', () => {
  test('makes the folder and writes every file, and nothing else', async () => {
    await writeRelease(join(folder, 'deeper'), release(first));
    expect((await readdir(join(folder, 'deeper'))).toSorted()).toEqual([
      'SHA256SUMS',
      'a.epub',
      'a.pdf',
      'release.json',
    ]);
  });

  test('writes checksums that sha256sum agrees with', async () => {
    await writeRelease(folder, release(first));
    const { stdout } = await promisify(execFile)('sha256sum', ['-c', 'SHA256SUMS'], { cwd: folder });
    expect(stdout).toBe('a.epub: OK\na.pdf: OK\nrelease.json: OK\n');
  });

  test('replaces the earlier release, takes away what this one has not, and keeps other files', async () => {
    await writeRelease(folder, release(first));
    await writeFile(join(folder, 'README.md'), 'mine');
    await writeFile(join(folder, 'notes.pdf'), 'mine too');
    await writeRelease(folder, release({ 'a.epub': 'three', 'b.pdf': 'four' }));
    const files = await contents();
    expect(Object.keys(files)).toEqual([
      'README.md',
      'SHA256SUMS',
      'a.epub',
      'b.pdf',
      'notes.pdf',
      'release.json',
    ]);
    expect(files).toMatchObject({
      'README.md': 'mine',
      'notes.pdf': 'mine too',
      'a.epub': 'three',
      'b.pdf': 'four',
    });
  });

  test('takes away nothing outside, nor files named by their way from outside', async () => {
    const outside = join(parent, 'precious.txt');
    await writeFile(outside, 'mine');
    await mkdir(folder);
    await writeFile(join(folder, 'precious.txt'), 'mine');
    await writeFile(join(folder, 'README.md'), 'mine');
    const artifacts = [{ path: '../precious.txt' }, { path: outside }, { path: './README.md' }];
    await writeFile(join(folder, 'release.json'), JSON.stringify({ artifacts }));
    await writeRelease(folder, release(first));
    expect(await readFile(outside, 'utf8')).toBe('mine');
    expect(await contents()).toMatchObject({ 'precious.txt': 'mine', 'README.md': 'mine', 'a.epub': 'one' });
  });

  test.each(['no JSON', '{}', '{"artifacts": [1]}', 'null'])(
    'overlooks an earlier manifest like %s',
    async (text) => {
      await mkdir(folder);
      await writeFile(join(folder, 'release.json'), text);
      await writeRelease(folder, release(first));
      expect(await contents()).toMatchObject(first);
    },
  );

  test('leaves everything as it was where a file cannot be written', async () => {
    await writeRelease(folder, release(first));
    const before = await contents();
    const broken = artifact('missing/b.pdf', 'pdf', Buffer.from('x'));
    const error = await failureOf([...release({ 'a.epub': 'new' }), broken]);
    expect(error.message).toContain(`The release could not be written to ${folder}: `);
    expect(error.hint).toContain('--out');
    expect(await contents()).toEqual(before);
  });

  test('leaves everything as it was where a file cannot take its place', async () => {
    await writeRelease(folder, release(first));
    await mkdir(join(folder, 'c.pdf'));
    const before = await contents();
    await failureOf(release({ 'a.epub': 'new', 'new.epub': 'new', 'c.pdf': 'a folder has this name' }));
    expect(await contents()).toEqual(before);
  });

  test('waits for no other build, but says that one is writing', async () => {
    await mkdir(folder);
    await writeFile(join(folder, '.colophon.lock'), String(process.pid));
    const error = await failureOf(release(first));
    expect(error.message).toBe(`Another build (process ${process.pid}) is writing to ${folder}`);
    expect(await contents()).toEqual({ '.colophon.lock': String(process.pid) });
  });

  test.each(['dead', 'garbage', ''])('overlooks a lock whose process is gone (%s)', async (kind) => {
    const child = promisify(execFile)(process.execPath, ['--eval', '']);
    const pid = child.child.pid;
    await child;
    await mkdir(folder);
    await writeFile(join(folder, '.colophon.lock'), kind === 'dead' ? String(pid) : kind);
    await writeRelease(folder, release(first));
    expect(Object.keys(await contents())).toEqual(['SHA256SUMS', 'a.epub', 'a.pdf', 'release.json']);
  });

  test('lets only one of two builds write at a time, and either leaves a whole release', async () => {
    const releases = [release(first), release({ 'a.epub': 'three', 'a.pdf': 'four' })];
    const outcomes = await Promise.allSettled(releases.map((each) => writeRelease(folder, each)));
    const written = releases.filter((_, index) => outcomes[index]?.status === 'fulfilled');
    expect(written.length).toBeGreaterThan(0);
    const expected = written.map((artifacts) =>
      Object.fromEntries(artifacts.map(({ path, bytes }) => [path, Buffer.from(bytes).toString('utf8')])),
    );
    expect(expected).toContainEqual(await contents());
  });

  test('fails where the folder cannot be made', async () => {
    await writeFile(join(parent, 'file'), '');
    const error = await failureOf(release(first), join(parent, 'file', 'dist'));
    expect(error.message).toContain('could not be written');
    expect(await readdir(parent)).toEqual(['file']);
  });

  test('writes through a link to a folder', async () => {
    await mkdir(join(parent, 'real'));
    await symlink(join(parent, 'real'), folder);
    await writeRelease(folder, release(first));
    expect(await readFile(join(parent, 'real', 'a.epub'), 'utf8')).toBe('one');
  });
});
