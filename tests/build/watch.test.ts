import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { build } from '../../src/build/build.ts';
import { watch, type WatchOptions } from '../../src/build/watch.ts';
import { folderOf } from '../builders/folder.ts';

const files = {
  'book.yaml': 'title: Book\nlanguage: en\nepub: { pages: false }\n',
  '01-one.md': '# One\n\nText.\n',
};
const only: WatchOptions = { only: ['epub'] };

it('builds at first and after each change, until it is told to end', async () => {
  const folder = await folderOf(files);
  const end = new AbortController();
  const rounds = watch(folder, { ...only, signal: end.signal });
  const first = await rounds.next();
  expect(first.value).toMatchObject({ changed: [], result: { ok: true } });
  await writeFile(join(folder, '01-one.md'), '# One\n\nMore text.\n');
  const { value } = await rounds.next();
  expect(value?.changed).toEqual(['01-one.md']);
  expect(value?.result?.artifacts).toEqual((await build(folder, only)).artifacts);
  const last = rounds.next();
  end.abort();
  expect(await last).toEqual({ done: true, value: undefined });
});

it('throws what fails the first build, and goes on where a later one fails', async () => {
  const folder = await folderOf(files);
  await expect(watch(join(folder, 'nowhere'), only).next()).rejects.toThrow('does not exist');
  const rounds = watch(folder, only);
  await rounds.next();
  await rm(folder, { recursive: true });
  const { value } = await rounds.next();
  expect(value?.error).toMatchObject({ name: 'UsageError' });
  expect(value?.result).toBeUndefined();
  await mkdir(folder);
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
  await expect.poll(async () => (await rounds.next()).value?.result?.ok, { timeout: 20_000 }).toBe(true);
  await rounds.return();
});

it('builds after a change of the colophon.yaml that counts for the book', async () => {
  const top = await folderOf({ 'colophon.yaml': 'publisher: Harbour Press\n' });
  const folder = join(top, 'tide');
  await mkdir(folder);
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
  const rounds = watch(folder, only);
  await rounds.next();
  await writeFile(join(top, 'colophon.yaml'), 'publisher: The Pier Press\n');
  const { value } = await rounds.next();
  expect(value).toMatchObject({ changed: ['../colophon.yaml'], result: { ok: true } });
  await rounds.return();
});
