import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { EnvironmentError } from '../../../book/errors.ts';
import { atExit } from '../../../machine/at-exit.ts';
import { cacheFolder } from '../../../machine/cache-folder.ts';
import { ownFolder, sweepFolders, type OwnFolder } from '../../../machine/own-folder.ts';
import { fontconfigFile } from './fontconfig.ts';
import { lackOf, lackOfRoom } from './lack-of.ts';

/** What to start. */
export interface Program {
  readonly executable: string;
  /** Variables it needs besides the inherited ones. */
  readonly env: Readonly<Record<string, string>>;
}

/** A browser that runs. */
export interface Launched {
  readonly browser: Browser;
  /** Whether Chrome's sandbox is around its tabs. */
  readonly sandbox: boolean;
}

/**
 * A started browser that can reach nothing: no network, no fonts but ours, and nothing that tells one
 * machine from another. All it writes goes into a folder of its own, which is removed when it ends.
 *
 * Its sandbox is used where the system has one; for root there is none. The page we print runs no
 * script of the manuscript, and all its bytes come from us.
 *
 * @param onStarting called once its process begins
 * @throws EnvironmentError where the browser does not start
 */
export async function launch(program: Program, onStarting?: () => void): Promise<Launched> {
  const asRoot = process.getuid?.() === 0;
  try {
    return await start(program, !asRoot, onStarting);
  } catch {
    // On a busy machine a browser now and then stops while it starts.
  }
  if (asRoot) return start(program, false);
  try {
    return await start(program, true);
  } catch {
    // Some containers and distributions forbid the namespaces the sandbox is made of.
    return start(program, false);
  }
}

const prefix = 'browser-';

async function start(
  { executable, env }: Program,
  sandbox: boolean,
  onStarting?: () => void,
): Promise<Launched> {
  const { folder, fonts } = await prepare();
  const stopping = new AbortController();
  const forget = atExit(() => stopping.abort());
  try {
    const starting = puppeteer.launch({
      executablePath: executable,
      userDataDir: join(folder.path, 'profile'),
      headless: 'shell',
      pipe: true,
      // What works with it holds it to a budget of time.
      protocolTimeout: 0,
      timeout: 60_000,
      signal: stopping.signal,
      // The program that uses it decides what a signal means; see at-exit.ts.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      env: {
        ...inherited(),
        ...env,
        TMPDIR: folder.path,
        FONTCONFIG_FILE: fonts,
      },
      args: [
        ...(sandbox ? [] : ['--no-sandbox']),
        '--lang=en-US',
        // Our own script alone runs, and frees the memory of earlier layouts.
        '--js-flags=--expose-gc',
        // Hinting rounds advances to whole pixels, and machines would break lines differently.
        '--font-render-hinting=none',
        '--host-resolver-rules=MAP * ~NOTFOUND',
        '--disable-gpu',
        '--hide-scrollbars',
        '--mute-audio',
      ],
    });
    // puppeteer spawns it before this turn of the event loop ends.
    if (onStarting !== undefined) setImmediate(onStarting);
    const browser = await starting;
    browser.process()?.once('exit', () => {
      forget();
      folder.remove().catch(() => undefined);
    });
    return { browser, sandbox };
  } catch (error) {
    forget();
    await folder.remove().catch(() => undefined);
    throw await failure({ executable, env }, error);
  }
}

/** That a browser did not start, and what it lacks. */
async function failure(program: Program, cause: unknown): Promise<EnvironmentError> {
  const [reason] = (cause instanceof Error ? cause.message : String(cause)).split('\n', 1);
  const lack = (await lackOf(program)) ?? (await lackOfRoom());
  return new EnvironmentError(
    `The browser at ${program.executable} did not start: ${lack?.reason ?? reason}`,
    lack?.hint ??
      'Leave out --browser, pass another one with it, or see `colophon doctor` for what is there.',
    { cause },
  );
}

/** A folder for all the browser writes, with the file that tells it of our font. */
async function prepare(): Promise<{ readonly folder: OwnFolder; readonly fonts: string }> {
  const { path: cache } = await cacheFolder();
  void sweepFolders(cache, prefix);
  try {
    const folder = await ownFolder(cache, prefix);
    return { folder, fonts: await fontconfigFile(folder.path, join(cache, 'fontconfig')) };
  } catch (error) {
    throw new EnvironmentError(
      `The cache folder ${cache} cannot be written to: ${error instanceof Error ? error.message : String(error)}`,
      'Free some room there, or set XDG_CACHE_HOME to another place.',
      { cause: error },
    );
  }
}

/** The environment less what would let the machine's language, time zone or fonts into the book. */
function inherited(): Record<string, string | undefined> {
  const kept = Object.entries(process.env).filter(([name]) => !local.test(name));
  return { ...Object.fromEntries(kept), LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TZ: 'UTC' };
}

const local = /^(?:LANG|LANGUAGE|LC_\w+|TZ|FONTCONFIG_\w+|FREETYPE_PROPERTIES)$/;
