import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { EnvironmentError } from '../../../book/errors.ts';
import { cacheFolder } from '../../../machine/cache-folder.ts';
import { ownFolder, sweepFolders } from '../../../machine/own-folder.ts';
import { isGenuine, seal } from './seal.ts';

/** The browser from the npm registry, unpacked. */
export interface PinnedBrowser {
  readonly executable: string;
  /** Folder of the system libraries it brings along. */
  readonly libraries: string;
  readonly version: string;
}

/**
 * The Chromium that the lockfile pins (`@sparticuz/chromium`), unpacked once per version
 * into the cache; undefined where it does not run (it is built for Linux on x64) or is not
 * installed.
 *
 * @throws EnvironmentError where it cannot be unpacked, for example on a full disk
 */
export async function pinnedBrowser(): Promise<PinnedBrowser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const entry = packageEntry();
  if (entry === undefined) return undefined;
  const version = await packageVersion(entry);
  const { path: cache } = await cacheFolder();
  await sweepFolders(cache, prefix);
  const folder = join(cache, `chromium-${version}`);
  if (!(await isGenuine(folder, version))) await unpack(entry, cache, folder, version);
  return { executable: join(folder, 'chromium'), libraries: join(folder, 'al2023', 'lib'), version };
}

function packageEntry(): string | undefined {
  try {
    return import.meta.resolve('@sparticuz/chromium');
  } catch {
    return undefined;
  }
}

async function packageVersion(entry: string): Promise<string> {
  const manifest = fileURLToPath(new URL('../../package.json', entry));
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  return version;
}

/**
 * The package unpacks into the temporary folder of its process and looks at the
 * environment for whether to add system libraries: so it gets a process of its own.
 */
async function unpack(entry: string, cache: string, folder: string, version: string): Promise<void> {
  try {
    const temporary = await ownFolder(cache, prefix);
    try {
      const fresh = join(temporary.path, 'fresh');
      await mkdir(fresh, { mode: 0o700 });
      await runUnpacker(entry, fresh);
      if (!(await seal(fresh, version))) throw new Error('its files are not those that were published');
      if (await isPut(fresh, folder)) return;
      // Another build may have been faster; anything else of that name must not be started.
      if (await isGenuine(folder, version)) return;
      await rename(folder, join(temporary.path, 'old'));
      await rename(fresh, folder);
    } finally {
      await temporary.remove();
    }
  } catch (error) {
    if (await isGenuine(folder, version)) return;
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
    throw new EnvironmentError(
      `The pinned browser could not be unpacked into ${cache}: ${reason}`,
      'It needs about 300 MB of free disk there; set XDG_CACHE_HOME to use another place.',
      { cause: error },
    );
  }
}

/** Whether a folder now has its place, where nothing was before: what is there is never pushed away unseen. */
async function isPut(folder: string, place: string): Promise<boolean> {
  try {
    await rename(folder, place);
    return true;
  } catch (error) {
    if (existsSync(place)) return false;
    throw error;
  }
}

const prefix = 'unpack-';

async function runUnpacker(entry: string, folder: string): Promise<void> {
  const program = `const { default: chromium } = await import(${JSON.stringify(entry)}); await chromium.executablePath();`;
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
      env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
    });
  } catch (error) {
    const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    // What it says names the reason among the places in its program.
    const reason = /\bError: ([^\]\n]+)/.exec(stderr)?.[1] ?? 'it broke off';
    throw new Error(reason, { cause: error });
  }
}
