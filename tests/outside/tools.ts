import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Whether a command of the system is installed. In CI, where all must be, its absence is an error. */
export function hasCommand(name: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' });
    return true;
  } catch {
    if (process.env['REQUIRE_OUTSIDE_TOOLS'] === '1') throw new Error(`${name} is not installed`);
    return false;
  }
}

/** Whether a file is there that not every machine has. In CI its absence is an error; `what` says of what. */
export function hasFile(path: string | undefined, what: string): path is string {
  if (path !== undefined && path !== '' && existsSync(path)) return true;
  if (process.env['REQUIRE_OUTSIDE_TOOLS'] === '1') throw new Error(`There is no ${what} at ${path}`);
  return false;
}

/** What a command prints. */
export function output(command: string, args: ReadonlyArray<string>): string {
  return execFileSync(command, [...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
