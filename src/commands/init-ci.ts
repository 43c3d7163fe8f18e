import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { stringify } from 'yaml';
import { UsageError } from '../book/errors.ts';

/** The servers that a workflow can be written for. */
export const ciServers = ['github', 'gitlab'] as const;
export type CiServer = (typeof ciServers)[number];

/** Where each server looks for its workflow. */
const places = { github: '.github/workflows/book.yml', gitlab: '.gitlab-ci.yml' } as const;

const templates = new URL('templates/ci/', import.meta.resolve('colophon/package.json'));

/** A workflow that was written. */
export interface Workflow {
  readonly path: string;
  /** Whether the repository says which Colophon is to be installed. */
  readonly isInstallable: boolean;
}

/**
 * Writes the workflow by which a server builds the book in a folder: at the root of its repository, or of the
 * folder where one stands.
 *
 * @throws {UsageError} where there is a workflow already
 */
export async function initializeCi(folder: string, server: CiServer): Promise<Workflow> {
  const root = rootOf(folder);
  const path = join(root, places[server]);
  if (existsSync(path)) throw new UsageError(`${path} is there already`);
  const manuscript = relative(root, resolve(folder)).split(sep).join('/') || '.';
  const template = await readFile(new URL(`${server}.yaml`, templates), 'utf8');
  const value = stringify(manuscript, { lineWidth: 0 }).trim();
  await mkdir(dirname(path), { recursive: true });
  await writeFile(
    path,
    template.replace('MANUSCRIPT: manuscript', () => `MANUSCRIPT: ${value}`),
    {
      flag: 'wx',
    },
  );
  return { path, isInstallable: existsSync(join(root, 'package-lock.json')) };
}

function rootOf(folder: string): string {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) break;
  }
  const here = resolve('.');
  return `${resolve(folder)}${sep}`.startsWith(`${here}${sep}`) ? here : resolve(folder);
}
