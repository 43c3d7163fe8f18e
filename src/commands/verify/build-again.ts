import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isSettable, unitOf } from '../../book/limits.ts';
import type { BuildParameters } from '../../book/provenance.ts';

/** The command itself: a process of its own has none of the variables that this one was started with. */
const command = new URL('lib/cli.js', import.meta.resolve('colophon/package.json'));

/** What must not come from here, but from what was stated. */
const others = new Set(['SOURCE_DATE_EPOCH', 'COLOPHON_REVISION', 'GITHUB_STEP_SUMMARY']);

/**
 * Builds a book as it was built before.
 *
 * @param top the uppermost folder of its work tree
 * @param out the folder for the release
 * @returns why nothing was built; undefined where it was
 */
export async function buildAgain(
  top: string,
  out: string,
  { folder = '.', text = '', editions, report, strict, limits = {}, epoch, revision }: BuildParameters,
): Promise<string | undefined> {
  const args = [
    'build',
    `--out=${out}`,
    `--only=${editions.join(',')}`,
    '--no-cache',
    '--quiet',
    '--provenance',
    ...(report === true ? ['--report'] : []),
    // What is judged besides stands in the manifest.
    ...(strict === true ? ['--strict'] : []),
    ...Object.entries(limits).map(
      ([name, value]) => `--limit=${name}=${isSettable(name) ? value / unitOf(name) : value}`,
    ),
    '--',
    join(top, folder, text),
  ];
  const kept = Object.entries(process.env).filter(([name]) => !others.has(name));
  const child = spawn(process.execPath, [fileURLToPath(command), ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...Object.fromEntries(kept),
      ...(epoch !== undefined && { SOURCE_DATE_EPOCH: String(epoch) }),
      ...(revision !== undefined && { COLOPHON_REVISION: revision }),
    },
    windowsHide: true,
  });
  const said: Buffer[] = [];
  child.stderr.on('data', (part: Buffer) => said.push(part));
  const status = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
  if (status === 0) return undefined;
  const lines = Buffer.concat(said).toString('utf8').split('\n');
  return (
    lines.find((line) => / error |^colophon: /.test(line))?.replace(/^colophon: /, '') ??
    `exit status ${status}`
  );
}
