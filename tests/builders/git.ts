import { execFileSync } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { hasCommand } from '../outside/tools.ts';
import { folderOf } from './folder.ts';

/** Whether there is Git, which Node alone does not bring. */
export const hasGit = hasCommand('git');

/** Runs Git as a person would, who has no settings, at an instant in seconds since 1970. */
export function git(folder: string, seconds: number, ...args: ReadonlyArray<string>): string {
  const who = {
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@b.c',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@b.c',
  };
  const when = { GIT_AUTHOR_DATE: `${seconds} +0900`, GIT_COMMITTER_DATE: `${seconds} +0900` };
  const { PATH } = process.env;
  return execFileSync('git', args, {
    cwd: folder,
    env: { PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1', ...who, ...when },
    stdio: ['ignore', 'pipe', 'ignore'],
    encoding: 'utf8',
  });
}

/** A repository with these files in one commit; gone when the test is over. */
export async function repositoryOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  ...options: ReadonlyArray<string>
): Promise<string> {
  const folder = await realpath(await folderOf(files));
  git(folder, 1_600_000_000, 'init', '--quiet', ...options);
  git(folder, 1_600_000_000, 'add', '.');
  git(folder, 1_600_000_000, 'commit', '--quiet', '-m', 'Book');
  return folder;
}
