import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { EnvironmentError } from '../../../book/errors.ts';
import { cacheFolder } from './cache-folder.ts';

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
  const cache = await cacheFolder();
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(join(folder, 'chromium'))) await unpack(entry, cache, folder);
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
async function unpack(entry: string, cache: string, folder: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const temporary = await mkdtemp(join(cache, 'unpack-'));
  const program = `const { default: chromium } = await import(${JSON.stringify(entry)}); await chromium.executablePath();`;
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
      env: { ...process.env, TMPDIR: temporary, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
    });
    await rename(temporary, folder);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    // Another build may have been faster.
    if (existsSync(join(folder, 'chromium'))) return;
    throw new EnvironmentError(
      `The pinned browser could not be unpacked into ${cache}`,
      'It needs about 300 MB of free disk there; set XDG_CACHE_HOME to use another place.',
      { cause: error },
    );
  }
}
