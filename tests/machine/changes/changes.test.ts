import { mkdirSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { UsageError } from '../../../src/book/errors.ts';
import { Changes } from '../../../src/machine/changes/changes.ts';
import { folderOf } from '../../builders/folder.ts';

const open: Changes[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

async function watched(files: Record<string, string>, ignore: ReadonlyArray<string> = []) {
  const folder = await folderOf(files);
  const notes: string[] = [];
  const changes = await Changes.of(folder, {
    ignore: ignore.map((path) => join(folder, path)),
    onNote: (text) => notes.push(text),
  });
  open.push(changes);
  // What is done without waiting happens at the same time, however busy the machine is.
  const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);
  return { folder, changes, write, notes };
}

/** Whether nothing more is told for a while. */
async function isQuiet(changes: Changes): Promise<boolean> {
  return Promise.race([changes.next().then(() => false), setTimeout(600, true)]);
}

it('tells once of all that is changed at the same time', async () => {
  const { folder, changes, write, notes } = await watched({
    'a.md': 'one',
    'b.md': 'one',
    'images/c.svg': 'one',
  });
  const told = changes.next();
  mkdirSync(join(folder, 'more'));
  write('a.md', 'two');
  write('images/c.svg', 'two');
  write('more/d.md', 'new');
  unlinkSync(join(folder, 'b.md'));
  expect(await told).toEqual(['a.md', 'b.md', 'images/c.svg', 'more', 'more/d.md']);
  expect(await isQuiet(changes)).toBe(true);
  expect(notes).toEqual([]);
});

it('tells of what is changed while nobody asks when it is asked', async () => {
  const { changes, write } = await watched({ 'a.md': 'one', 'b.md': 'one' });
  write('a.md', 'two');
  await setTimeout(300);
  write('b.md', 'two');
  expect(await changes.next()).toEqual(['a.md', 'b.md']);
  expect(await isQuiet(changes)).toBe(true);
});

it('takes a file that is written elsewhere and renamed for a change of the file', async () => {
  const { folder, changes, write } = await watched({ 'a.md': 'one' });
  const told = changes.next();
  write('.a.md.tmp', 'two');
  renameSync(join(folder, '.a.md.tmp'), join(folder, 'a.md'));
  expect(await told).toEqual(['a.md']);
});

it('takes a file that is removed and written again for a change of the file', async () => {
  const { folder, changes, write } = await watched({ 'a.md': 'one' });
  const told = changes.next();
  unlinkSync(join(folder, 'a.md'));
  write('a.md', 'two');
  expect(await told).toEqual(['a.md']);
  expect(await isQuiet(changes)).toBe(true);
});

it('does not tell of releases, version control, temporary files and backups', async () => {
  const { folder, changes, write } = await watched({ 'a.md': 'one', '.git/HEAD': 'one' }, ['dist']);
  mkdirSync(join(folder, 'dist'));
  for (const path of ['dist/book.epub', '.git/HEAD', '.a.md.swp', 'a.md~', '4913', '#a.md#', 'a.md.bak'])
    write(path, 'two');
  expect(await isQuiet(changes)).toBe(true);
});

it('goes on where another folder takes the place of one', async () => {
  const { folder, changes, write } = await watched({ 'images/a.svg': 'one', 'other/a.svg': 'two' });
  const told = changes.next();
  renameSync(join(folder, 'images'), join(folder, 'old'));
  renameSync(join(folder, 'other'), join(folder, 'images'));
  expect(await told).toContain('old');
  const next = changes.next();
  write('images/a.svg', 'three');
  expect(await next).toContain('images/a.svg');
});

it('goes on where the folder itself goes and comes back', async () => {
  const { folder, changes, write } = await watched({ 'a.md': 'one' });
  const gone = changes.next();
  renameSync(folder, `${folder}-away`);
  expect(await gone).not.toEqual([]);
  const back = changes.next();
  renameSync(`${folder}-away`, folder);
  expect(await back).not.toEqual([]);
  const told = changes.next();
  write('a.md', 'two');
  expect(await told).toEqual(['a.md']);
  await rm(folder, { recursive: true });
});

it('ignores no folder that is around it, and cannot ignore itself', async () => {
  const { changes, write } = await watched({ 'a.md': 'one' }, ['..']);
  const told = changes.next();
  write('a.md', 'two');
  expect(await told).toEqual(['a.md']);
  await expect(watched({ 'a.md': 'one' }, ['.'])).rejects.toThrow(UsageError);
});

it('is over when it is closed', async () => {
  const { changes } = await watched({ 'a.md': 'one' });
  const told = changes.next();
  await changes.close();
  expect(await told).toBeUndefined();
  expect(await changes.next()).toBeUndefined();
});
