import { createHash, type Hash } from 'node:crypto';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildOptions } from '../build/options.ts';
import { chooseBrowser } from '../emit/pdf/browser/browser.ts';
import { programContents } from '../machine/cache/program-digest.ts';
import { findEpubcheck } from '../preflight/epub/official.ts';
import { findShared } from '../read/book-yaml/shared-yaml.ts';
import { lastChange } from '../read/git/last-change.ts';
import { sourceRevision } from '../read/git/revision.ts';
import { rootOf } from '../read/manuscript.ts';
import { hashRegular } from '../release/read-regular.ts';

/** The options of a build that are plain data. */
export type PlainOptions = Pick<
  BuildOptions,
  | 'only'
  | 'strict'
  | 'offline'
  | 'report'
  | 'provenance'
  | 'sign'
  | 'limits'
  | 'browser'
  | 'epoch'
  | 'threads'
  | 'cache'
>;

/**
 * What this machine builds with, as a digest: the program and its packages, the browser, the outside EPUBCheck.
 * Where one of them cannot be found it is not the one that it was.
 *
 * @param browser path from `--browser`
 */
export async function toolsDigest(browser: string | undefined): Promise<string> {
  const [chosen, epubcheck] = await Promise.all([
    browserOf(browser ?? process.env['PUPPETEER_EXECUTABLE_PATH']),
    findEpubcheck(process.env).catch(() => 'none'),
  ]);
  const version = typeof epubcheck === 'object' ? epubcheck.version : (epubcheck ?? '');
  return createHash('sha256')
    .update(JSON.stringify([programContents(), chosen, version]))
    .digest('hex');
}

/** The pinned browser is known by the version of its package, any other by its file. */
async function browserOf(setting: string | undefined): Promise<ReadonlyArray<string | number>> {
  try {
    const { source, executable } = await chooseBrowser(setting);
    if (source === 'pinned') return [source];
    const path = await realpath(executable);
    const { size, mtimeMs } = await stat(path);
    return [source, path, size, mtimeMs];
  } catch {
    return ['none'];
  }
}

/**
 * A digest of everything that the release of a book depends on: every file in its folder and those outside that count
 * for it, dates and revision as Git has them, the options, and what it is built with. Where it is the same, so are
 * the release and the messages.
 *
 * @param folder path of the manuscript, as `build` takes it
 * @param tools the digest of what it is built with
 * @param ignored real paths of folders that belong to no manuscript, since releases go there
 * @throws {UsageError} where there is no such folder
 */
export async function inputsOf(
  folder: string,
  options: PlainOptions,
  tools: string,
  ignored: ReadonlyArray<string>,
): Promise<string> {
  const root = await rootOf(folder);
  const real = await realpath(folder);
  const hash = createHash('sha256');
  const { only = [], strict = false, report = false, provenance = false, sign, limits = {} } = options;
  const settings = [only.toSorted(), strict, report, provenance, sign, Object.entries(limits).toSorted()];
  const text = real === root ? '' : real.slice(root.length);
  hash.update(JSON.stringify([tools, settings, text, await instantOf(root, options)]));
  const shared = await findShared(root);
  const paths = [join(root, 'book.yaml'), ...(shared === undefined ? [] : [shared.path])];
  const configurations = await Promise.all(paths.map((path) => readFile(path, 'utf8').catch(() => '')));
  hash.update(JSON.stringify([shared?.name, configurations]));
  // Only a book that prints its revision changes with every commit.
  if (configurations.some((written) => written.includes('revision')))
    hash.update(JSON.stringify([process.env['COLOPHON_REVISION'], await sourceRevision(root)]));
  // A statement of where a release comes from names commit and run.
  if (provenance || sign !== undefined)
    hash.update(JSON.stringify([await sourceRevision(root), statedByServers(process.env)]));
  await addFolder(hash, root, { ignored, around: new Set([root]) });
  return hash.digest('hex');
}

/** What servers of continuous integration say of the run. */
function statedByServers(env: NodeJS.ProcessEnv): ReadonlyArray<unknown> {
  return Object.entries(env)
    .filter(([name]) => /^(?:CI|GITHUB_|GITLAB_|COLOPHON_)/.test(name))
    .toSorted();
}

/** Whatever says when the book was last changed. */
async function instantOf(root: string, { epoch }: PlainOptions): Promise<string> {
  const stated = epoch ?? process.env['SOURCE_DATE_EPOCH'];
  return stated === undefined ? `git ${await lastChange(root)}` : `stated ${stated}`;
}

interface Walk {
  readonly ignored: ReadonlyArray<string>;
  /** The folders that the walk is in, so that links do not lead round and round. */
  readonly around: ReadonlySet<string>;
}

/** Adds names and contents of all that lies in a folder, through links, but not what Git keeps of it. */
async function addFolder(hash: Hash, folder: string, walk: Walk): Promise<void> {
  const names = (await readdir(folder)).toSorted();
  for (const name of names) {
    if (name === '.git') continue;
    const path = join(folder, name);
    const real = await realpath(path).catch(() => undefined);
    const found = real === undefined ? undefined : await stat(real).catch(() => undefined);
    if (real !== undefined && walk.ignored.includes(real)) continue;
    if (real === undefined || found === undefined) hash.update(JSON.stringify([name, 'leads nowhere']));
    else if (found.isFile()) hash.update(JSON.stringify([name, await fileDigest(real)]));
    else if (found.isDirectory() && !walk.around.has(real)) {
      hash.update(JSON.stringify([name, 'folder']));
      await addFolder(hash, real, { ...walk, around: new Set([...walk.around, real]) });
      hash.update(JSON.stringify(['end']));
    } else hash.update(JSON.stringify([name, 'not read']));
  }
}

async function fileDigest(path: string): Promise<string> {
  return (await hashRegular(path).catch(() => undefined)) ?? 'not read';
}
