import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Artifact } from '../../src/book/artifact.ts';
import { EnvironmentError } from '../../src/book/errors.ts';
import { processMark } from '../../src/machine/process-mark.ts';
import { artifact, withChecksums, withManifest } from '../../src/release/artifacts.ts';
import { writeRelease } from '../../src/release/write.ts';
import { makeMetadata } from '../builders/metadata.ts';
import { held } from '../builders/held.ts';

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
  return withChecksums(
    withManifest(editions, {
      metadata: makeMetadata(),
      tools: { colophon: '1.2.3' },
      fonts: [],
      contents: [],
      media: [],
      checks: {},
    }),
  );
}

/** The texts of all files in the output folder by name. */
async function contents(): Promise<Record<string, string>> {
  const names = (await readdir(folder)).toSorted();
  const texts = await Promise.all(
    names.map((name) => readFile(join(folder, name), 'utf8').catch(() => 'folder')),
  );
  return Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']));
}

/** Does not wait for builds that are writing, and for a tenth of a second for a sign of life. */
const patience = { running: 0, unknown: 100 };

function failureOf(
  artifacts: ReadonlyArray<Artifact>,
  target = folder,
  onPlace?: (path: string) => void,
): Promise<EnvironmentError> {
  return writeRelease(target, artifacts, { patience, ...(onPlace && { onPlace }) }).then(
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

  test('takes away nothing that was changed since it was released', async () => {
    await writeRelease(folder, release(first));
    await writeFile(join(folder, 'a.pdf'), 'with my remarks');
    await writeRelease(folder, release({ 'a.epub': 'three' }));
    expect(await contents()).toMatchObject({ 'a.epub': 'three', 'a.pdf': 'with my remarks' });
  });

  test('puts a release where the same one lies already, manifest or not', async () => {
    await writeRelease(folder, release(first));
    await rm(join(folder, 'release.json'));
    await rm(join(folder, 'SHA256SUMS'));
    await writeRelease(folder, release(first));
    expect(Object.keys(await contents())).toEqual(['SHA256SUMS', 'a.epub', 'a.pdf', 'release.json']);
  });

  const sum = (text: string): string => artifact('', 'pdf', Buffer.from(text)).sha256;
  const listed = (path: string, text: string) => ({
    path,
    kind: 'pdf',
    bytes: text.length,
    sha256: sum(text),
  });
  const ours = JSON.parse(Buffer.from(held(release({}).at(0)?.bytes)).toString()) as object;

  test.each<[string, string]>([
    ['of another tool', '{"artifacts":[{"path":"dataset.csv"}]}'],
    ['of another tool with checksums', JSON.stringify({ artifacts: [listed('dataset.csv', 'mine')] })],
    ['that names files outside', JSON.stringify({ ...ours, artifacts: [listed('../dataset.csv', 'mine')] })],
    [
      'that names a file twice',
      JSON.stringify({ ...ours, artifacts: Array(2).fill(listed('dataset.csv', 'mine')) }),
    ],
    ['that is broken', 'no JSON'],
    ['that is empty', '{}'],
    ['that is null', 'null'],
  ])('follows no manifest %s, and says that it is in the way', async (_, manifest) => {
    await mkdir(folder);
    await writeFile(join(parent, 'dataset.csv'), 'mine');
    await writeFile(join(folder, 'dataset.csv'), 'mine');
    await writeFile(join(folder, 'release.json'), manifest);
    const before = await contents();
    const error = await failureOf(release(first));
    expect(error.message).toBe(
      `release.json in ${folder} is in the way: no build made it, or it has been changed since`,
    );
    expect(error.hint).toMatch(/^Move it away/);
    expect(await contents()).toEqual(before);
    expect(await readFile(join(parent, 'dataset.csv'), 'utf8')).toBe('mine');
  });

  test("replaces no file of one's own that is named like an artifact, no folder and no link", async () => {
    await mkdir(join(folder, 'a.epub'), { recursive: true });
    await writeFile(join(folder, 'a.pdf'), 'mine');
    await writeFile(join(parent, 'precious.txt'), 'mine');
    await symlink(join(parent, 'precious.txt'), join(folder, 'release.json'));
    await symlink('nowhere', join(folder, 'SHA256SUMS'));
    const error = await failureOf(release(first));
    expect(error.message).toBe(
      `a.epub, a.pdf, release.json, SHA256SUMS in ${folder} are in the way: no build made them, or they have been changed since`,
    );
    expect((await readdir(folder)).toSorted()).toEqual(['SHA256SUMS', 'a.epub', 'a.pdf', 'release.json']);
    expect(await readFile(join(folder, 'a.pdf'), 'utf8')).toBe('mine');
    expect(await readFile(join(parent, 'precious.txt'), 'utf8')).toBe('mine');
  });

  test('replaces no artifact that was edited, and no manifest', async () => {
    await writeRelease(folder, release(first));
    await writeFile(join(folder, 'a.pdf'), 'with my remarks');
    const manifest = join(folder, 'release.json');
    await writeFile(manifest, `${(await readFile(manifest, 'utf8')).trimEnd()}\n\n`);
    const before = await contents();
    const { message } = await failureOf(release({ 'a.epub': 'three', 'a.pdf': 'four' }));
    expect(message).toMatch(/^a\.pdf, release\.json, SHA256SUMS in /);
    expect(await contents()).toEqual(before);
  });

  test('leaves everything as it was where a file cannot be written', async () => {
    await writeRelease(folder, release(first));
    const before = await contents();
    const broken = artifact('missing/b.pdf', 'pdf', Buffer.from('x'));
    const error = await failureOf([...release({ 'a.epub': 'new' }), broken]);
    expect(error.message).toContain(`The release could not be written to ${folder}: `);
    expect(error.hint).toContain('--out');
    expect(await contents()).toEqual(before);
  });

  test('takes back what was in place where a file cannot take its own', async () => {
    await writeRelease(folder, release({ ...first, 'c.pdf': 'goes' }));
    const before = await contents();
    const changed = release({ 'a.epub': 'new', 'b.epub': 'new', 'a.pdf': 'new' });
    const { message } = await failureOf(changed, folder, (path) => {
      if (path === 'a.pdf') throw new Error('no room');
    });
    expect(message).toBe(`The release could not be written to ${folder}: no room`);
    expect(await contents()).toEqual(before);
  });

  test('says that another build is writing, when it has waited', async () => {
    await mkdir(folder);
    const token = `${processMark()} other`;
    await writeFile(join(folder, '.colophon.lock'), token);
    const error = await failureOf(release(first));
    expect(error.message).toBe(`Another build (process ${process.pid}) is writing to ${folder}`);
    expect(await contents()).toEqual({ '.colophon.lock': token });
  });

  test.each(['dead', 'reused id', 'other machine', 'garbage', ''])(
    'takes over a lock whose holder gives no sign of life (%s)',
    async (kind) => {
      const [machine = '', pid = '', start = ''] = processMark().split('-');
      const child = promisify(execFile)(process.execPath, ['--eval', '']);
      const dead = child.child.pid ?? 0;
      await child;
      const tokens: Readonly<Record<string, string>> = {
        dead: `${machine}-${dead}-${start} x`,
        'reused id': `${machine}-${pid}-${Number(start) - 1} x`,
        'other machine': `00000000-${pid}-${start} x`,
      };
      await mkdir(folder);
      await writeFile(join(folder, '.colophon.lock'), tokens[kind] ?? kind);
      await writeRelease(folder, release(first), { patience });
      expect(Object.keys(await contents())).toEqual(['SHA256SUMS', 'a.epub', 'a.pdf', 'release.json']);
    },
  );

  test('leaves the lock to a build of another machine that gives signs of life', async () => {
    await mkdir(folder);
    const path = join(folder, '.colophon.lock');
    await writeFile(path, '00000000-1-1 x');
    let beats = 0;
    const beating = setInterval(() => void utimes(path, new Date(), (beats += 1)).catch(() => undefined), 20);
    try {
      const waiting = { running: 500, unknown: 400 };
      await expect(writeRelease(folder, release(first), { patience: waiting })).rejects.toThrow(
        'Another build (process 1) is writing',
      );
    } finally {
      clearInterval(beating);
    }
  });

  test.each(['link', 'folder'])('touches no %s that has the name of the lock', async (kind) => {
    await mkdir(folder);
    const path = join(folder, '.colophon.lock');
    await (kind === 'link' ? symlink(parent, path) : mkdir(path));
    expect((await failureOf(release(first))).message).toContain('.colophon.lock');
    expect(await readdir(folder)).toEqual(['.colophon.lock']);
  });

  test('lets one build write after the other, and leaves the whole release of one', async () => {
    const releases = [release(first), release({ 'a.epub': 'three', 'a.pdf': 'four' })];
    await Promise.all(releases.map((each) => writeRelease(folder, each)));
    const expected = releases.map((artifacts) =>
      Object.fromEntries(
        artifacts.map(({ path, bytes }) => [path, Buffer.from(held(bytes)).toString('utf8')]),
      ),
    );
    expect(expected).toContainEqual(await contents());
  });

  test.runIf(process.platform === 'linux')('fails where no folder can be made, and ends', async () => {
    for (const path of ['/proc/x', '/proc/x/y'])
      expect((await failureOf(release(first), path)).message).toContain(`could not be written to ${path}`);
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
