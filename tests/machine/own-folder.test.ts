import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ownFolder, sweepFolders } from '../../src/machine/own-folder.ts';
import { pidOf, processMark, stateOf } from '../../src/machine/process-mark.ts';

let base: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'colophon-own-'));
});
afterEach(() => rm(base, { recursive: true, force: true }));

/** Writes files into a folder as fast as it can. */
const untilItIsGone = `
  const { writeFileSync } = require('node:fs');
  for (let end = Date.now() + 400, at = 0; Date.now() < end; at++)
    try { writeFileSync(process.argv[1] + '/' + at, ''); } catch { break; }`;

/** The mark of a process of this machine that has ended. */
async function endedMark(): Promise<string> {
  const running = promisify(execFile)(process.execPath, ['--eval', '']);
  const pid = running.child.pid ?? 0;
  await running;
  const [machine, , start] = processMark().split('-');
  return `${machine}-${pid}-${start}`;
}

test('a folder is for this user alone, names its process, and can be removed', async () => {
  const { path, remove } = await ownFolder(base, 'x-');
  expect(statSync(path).mode & 0o777).toBe(0o700);
  expect(path).toContain(`x-${processMark()}.`);
  await remove();
  expect(existsSync(path)).toBe(false);
});

test('it goes when the process ends, even while another still writes into it', async () => {
  // Modules of its own, since no other test's folder is to go with it.
  vi.resetModules();
  const before = process.listeners('exit');
  const fresh = await import('../../src/machine/own-folder.ts');
  const { path } = await fresh.ownFolder(base, 'x-');
  const own = process.listeners('exit').filter((listener) => !before.includes(listener));
  expect(own).toHaveLength(1);
  await mkdir(join(path, 'deep'));
  const writing = spawn(process.execPath, ['--eval', untilItIsGone, join(path, 'deep')], { stdio: 'ignore' });
  await expect.poll(() => readdirSync(join(path, 'deep')).length).toBeGreaterThan(20);
  for (const cleanUp of own) cleanUp(0);
  expect(await readdir(base)).toEqual([]);
  if (writing.exitCode === null) await once(writing, 'exit');
});

test('folders of processes that were killed are swept, and nothing else', async () => {
  const ended = await endedMark();
  const { path } = await ownFolder(base, 'x-');
  await mkdir(join(base, `x-${ended}.abcdef`));
  await mkdir(join(base, 'x-00000000-1-1.abcdef'));
  await mkdir(join(base, 'x-00000000-1-1.longer'));
  utimesSync(join(base, 'x-00000000-1-1.longer'), 1, 1);
  const others = [`y-${ended}.abcdef`, 'x-notes.backup', `x-${ended}.abc`];
  for (const name of others) await mkdir(join(base, name));
  await symlink(tmpdir(), join(base, `x-${ended}.linked`));
  await sweepFolders(base, 'x-');
  const left = [...others, 'x-00000000-1-1.abcdef', `x-${ended}.linked`, path.slice(base.length + 1)];
  expect((await readdir(base)).toSorted()).toEqual(left.toSorted());
});

test('a process is told from those that had its id before', async () => {
  const [machine = '', pid = '', start = ''] = processMark().split('-');
  expect(stateOf(processMark())).toBe('running');
  expect(stateOf(`${machine}-${pid}-${Number(start) + 1}`)).toBe('ended');
  expect(stateOf(await endedMark())).toBe('ended');
  expect(stateOf(`00000000-${pid}-${start}`)).toBe('unknown');
  for (const mark of ['', '1234', `${machine}-x-1`, `${machine}-${pid}`])
    expect(stateOf(mark)).toBe('unknown');
  expect(pidOf(processMark())).toBe(process.pid);
});
