import { execFile } from 'node:child_process';
import { copyFile, mkdir, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ownFolder, sweepFolders } from '../../machine/own-folder.ts';
import type { WorkTree } from './work-tree.ts';

const run = promisify(execFile);

/** What the names of the folders in which Git works begin with. */
const prefix = 'colophon-git-';

/** Runs Git with arguments and gives what it prints. */
export type Git = (...args: ReadonlyArray<string>) => Promise<string>;

/**
 * Lets Git look at the commits of a work tree and nothing else. A stranger's repository may name programs in its
 * settings, as hooks, filters, pagers, signers, transports; so Git gets a repository of ours, empty but for the
 * stranger's objects, a copy of the index, and the limits of a shallow clone. Neither the settings of the
 * repository nor those of the user or the machine are read, and nothing is written but in our folder.
 *
 * @param tree the work tree
 * @param ask what is asked of Git
 * @returns what `ask` does
 * @throws what Git fails with: it may not be installed, or not find an object
 */
export async function withBlindGit<Answer>(
  tree: WorkTree,
  ask: (git: Git) => Promise<Answer>,
): Promise<Answer> {
  const { path, remove } = await ownFolder(tmpdir(), prefix);
  try {
    await makeRepository(path, tree);
    const options = { cwd: path, env: environment(path, tree), maxBuffer: 64 << 20, windowsHide: true };
    return await ask(async (...args) => (await run('git', ['--no-pager', ...args], options)).stdout);
  } finally {
    await remove();
    await sweepFolders(tmpdir(), prefix);
  }
}

/** How files are compared: in any line endings, whatever modes and times the file system keeps. */
const settings = `[core]
	autocrlf = input
	safecrlf = false
	checkStat = minimal
	fileMode = false
	precomposeUnicode = true
	trustctime = false
`;

async function makeRepository(path: string, { own, shared, commit }: WorkTree): Promise<void> {
  const format = commit.length === 64 ? 1 : 0;
  const hash = format === 1 ? '[extensions]\n\tobjectFormat = sha256\n' : '';
  await Promise.all([
    mkdir(join(path, 'objects')),
    mkdir(join(path, 'refs')),
    writeFile(join(path, 'HEAD'), 'ref: refs/heads/none\n'),
    writeFile(join(path, 'config'), `${settings}\trepositoryformatversion = ${format}\n${hash}`),
    copyIfThere(join(shared, 'shallow'), join(path, 'shallow')),
    copyIfThere(join(own, 'index'), join(path, 'index')),
  ]);
}

/** An index of two million files, in bytes. */
const largest = 256 << 20;

/** The time of an index tells which files may have changed after it was written. */
async function copyIfThere(from: string, to: string): Promise<void> {
  const found = await stat(from).catch(() => undefined);
  if (found?.isFile() !== true || found.size > largest) return;
  await copyFile(from, to);
  await utimes(to, found.atime, found.mtime);
}

function environment(path: string, { top, shared }: WorkTree): Readonly<Record<string, string>> {
  const { PATH = '', SystemRoot } = process.env;
  return {
    PATH,
    ...(SystemRoot !== undefined && { SystemRoot }),
    HOME: path,
    LC_ALL: 'C',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: join(path, 'none'),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_DIR: path,
    GIT_INDEX_FILE: join(path, 'index'),
    GIT_LITERAL_PATHSPECS: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OBJECT_DIRECTORY: join(shared, 'objects'),
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_WORK_TREE: top,
  };
}
