import { spawn } from 'node:child_process';
import { EnvironmentError } from '../../book/errors.ts';

/** What a program has said. */
export interface ToolRun {
  readonly status: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** What is to be done where a program is missing. */
const remedies = {
  'ssh-keygen': 'Install OpenSSH (the package openssh-client of Debian).',
  gpg: 'Install GnuPG (the package gnupg of Debian).',
} as const;

/**
 * Runs a program that signs or verifies.
 *
 * @param input what it reads
 * @throws EnvironmentError where it is not installed
 */
export function runTool(
  name: keyof typeof remedies,
  args: ReadonlyArray<string>,
  input: Uint8Array,
): Promise<ToolRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'C' },
      windowsHide: true,
    });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (part: Buffer) => out.push(part));
    child.stderr.on('data', (part: Buffer) => err.push(part));
    child.on('error', (error) => {
      reject(
        new EnvironmentError(`${name} could not be started: ${error.message}`, remedies[name], {
          cause: error,
        }),
      );
    });
    child.on('close', (status) =>
      resolve({
        status: status ?? 1,
        stdout: Buffer.concat(out),
        stderr: Buffer.concat(err).toString('utf8'),
      }),
    );
    // It may end without having read all.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
