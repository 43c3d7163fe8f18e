import { execFile } from 'node:child_process';
import { open, realpath } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { EnvironmentError } from '../../book/errors.ts';

/** The official EPUBCheck of this machine, in Java. */
export interface OfficialEpubcheck {
  /** As it names it, `5.3.0`. */
  readonly version: string;
  /** The jar or the command. */
  readonly description: string;
  readonly command: string;
  /** What goes before its own arguments. */
  readonly args: ReadonlyArray<string>;
  /** Whether the user asked for it: then it must not fail in silence. */
  readonly explicit: boolean;
}

/**
 * The official EPUBCheck: the jar or command that `EPUBCHECK` names, or else the first
 * `epubcheck` on the path that answers as the Java tool does; none where `EPUBCHECK` is `off`.
 * A Python package installs a command of that name with arguments of its own; it is passed over.
 *
 * @param env the environment variables
 * @throws EnvironmentError where `EPUBCHECK` is set and does not lead to EPUBCheck
 */
export async function findEpubcheck(
  env: Readonly<Record<string, string | undefined>>,
): Promise<OfficialEpubcheck | undefined> {
  const wished = env['EPUBCHECK']?.trim();
  if (wished === 'off') return undefined;
  if (wished !== undefined && wished !== '') return demanded(wished, env);
  for (const folder of folders(env)) {
    const found = await identify(join(folder, 'epubcheck'), env, false);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function demanded(
  wished: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<OfficialEpubcheck> {
  const places = /[\\/]/.test(wished)
    ? [wished]
    : [wished, ...folders(env).map((folder) => join(folder, wished))];
  for (const place of places) {
    const found = await identify(place, env, true);
    if (found !== undefined) return found;
  }
  throw new EnvironmentError(
    `EPUBCHECK is set to "${wished}", which does not answer as EPUBCheck`,
    'Set EPUBCHECK to the path of epubcheck.jar and see that java is installed, or unset it.',
  );
}

function folders(env: Readonly<Record<string, string | undefined>>): string[] {
  return (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
}

/** The program at a path, if it answers as EPUBCheck. */
async function identify(
  path: string,
  env: Readonly<Record<string, string | undefined>>,
  explicit: boolean,
): Promise<OfficialEpubcheck | undefined> {
  try {
    // Debian's command is the jar itself, which a kernel without binfmt_misc cannot run.
    const jar = await isJar(path);
    const [command, args] = jar ? ['java', [...shortRun, '-jar', await realpath(path)]] : [path, []];
    const version = /^EPUBCheck v(\S+)/m.exec(await answer(command, [...args, '--version'], env))?.[1];
    return version === undefined ? undefined : { version, description: path, command, args, explicit };
  } catch {
    return undefined;
  }
}

/** A book is checked before the second compiler pays off: half the processor time. */
const shortRun = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/** What a command prints; 4.2 answers `--version` and then fails for want of a file. */
function answer(
  command: string,
  args: ReadonlyArray<string>,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  return new Promise((resolve) => {
    execFile(command, args, { env, timeout: 30_000 }, (_error, stdout, stderr) => {
      resolve(`${stdout}\n${stderr}`);
    });
  });
}

async function isJar(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer.toString('latin1') === 'PK';
  } finally {
    await file.close();
  }
}
