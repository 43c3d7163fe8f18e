import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inputsOf, type PlainOptions } from '../../src/series/inputs.ts';
import { hasGit } from '../builders/git.ts';

let root: string;
let book: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'colophon-inputs-'));
  book = join(root, 'book');
  await mkdir(join(book, 'images'), { recursive: true });
  await write('book.yaml', 'title: A\n');
  await write('01.md', '# One\n');
  await write('images/a.png', 'picture');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const write = (name: string, text: string): Promise<void> => writeFile(join(book, name), text);
const digest = (options: PlainOptions = {}, tools = 'tools', ignored: string[] = []) =>
  inputsOf(book, options, tools, ignored);

it('are the same wherever and whenever the same files lie', async () => {
  const before = await digest();
  await utimes(join(book, '01.md'), 1, 1);
  expect(await digest()).toBe(before);
});

it.each<[string, () => Promise<unknown>]>([
  ['a text', () => write('01.md', '# Two\n')],
  ['a picture', () => write('images/a.png', 'other')],
  ['a new file', () => write('images/.b', '')],
  ['a name', () => rm(join(book, 'images/a.png')).then(() => write('images/b.png', 'picture'))],
  ['a link', () => symlink(join(root, 'nowhere'), join(book, 'link'))],
])('are others with %s', async (_, change) => {
  const before = await digest();
  await change();
  expect(await digest()).not.toBe(before);
});

it('are others with other options and tools', async () => {
  const all = await Promise.all([
    digest(),
    digest({}, 'others'),
    digest({ only: ['epub'] }),
    digest({ strict: true }),
    digest({ report: true }),
    digest({ limits: { notes: 3 } }),
    digest({ epoch: 3 }),
  ]);
  expect(new Set(all).size).toBe(all.length);
  // What leaves the bytes alone.
  expect(await digest({ threads: 1, cache: true, strict: false })).toBe(all[0]);
});

it('see through links to files and folders, and do not go round in them', async () => {
  await mkdir(join(root, 'shared'));
  await writeFile(join(root, 'shared/x.md'), 'x');
  await symlink(join(root, 'shared'), join(book, 'shared'));
  await symlink(book, join(book, 'images/round'));
  const before = await digest();
  await writeFile(join(root, 'shared/x.md'), 'y');
  expect(await digest()).not.toBe(before);
});

it('are not changed by releases below the manuscript', async () => {
  const before = await digest({}, 'tools', [join(book, 'dist')]);
  await mkdir(join(book, 'dist'));
  await write('dist/a.pdf', 'pdf');
  expect(await digest({}, 'tools', [join(book, 'dist')])).toBe(before);
  expect(await digest()).not.toBe(before);
});

it('have the revision only of books that print it', async () => {
  const before = await digest();
  vi.stubEnv('COLOPHON_REVISION', 'abc');
  expect(await digest()).toBe(before);
  await write('book.yaml', 'title: A\ncopyright: { colophon: { revision: true } }\n');
  const stated = await digest();
  vi.stubEnv('COLOPHON_REVISION', 'def');
  expect(await digest()).not.toBe(stated);
});

it.runIf(hasGit)('change with the commits that touch the book, and with no others', async () => {
  const git = (...args: string[]) =>
    promisify(execFile)('git', ['-C', root, '-c', 'user.name=A', '-c', 'user.email=a@b.org', ...args], {
      env: { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date },
    });
  let date = '2020-01-01T00:00:00Z';
  await git('init', '-q');
  await git('add', '.');
  await git('commit', '-q', '-m', 'one');
  const before = await digest();
  date = '2021-01-01T00:00:00Z';
  await writeFile(join(root, 'beside.md'), 'x');
  await git('add', '.');
  await git('commit', '-q', '-m', 'two');
  expect(await digest()).toBe(before);
});
