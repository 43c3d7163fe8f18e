import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Message } from '../../book/messages/messages.ts';
import type { Report } from './report.ts';

/** Where a message is to be shown, seen from the root of the repository. */
export interface Place {
  /** With slashes; of what lies outside of the repository the whole path. */
  readonly path: string;
  /** Only in sources: what was made has no lines that anybody edits. */
  readonly line?: number;
  readonly column?: number;
  /** For readers: path, line and column, or path and page. */
  readonly words: string;
}

/** The endings of what authors write, also for other programs. */
const written = /\.(?:md|markdown|qmd|rmd|txt|ipynb|yaml|yml|toml|bib|css|svg)$/i;

/** Whether a file is one that authors write; all others are made, or sent by others. */
export function isSource({ file, page }: Message): boolean {
  return page === undefined && written.test(file) && !/\.epub\//i.test(file);
}

/**
 * Where a message is to be shown.
 *
 * @param root of the repository
 */
export function placeOf(message: Message, { folder, out }: Report, root: string): Place {
  const { file, line, column, page } = message;
  if (isSource(message) && folder === out && !existsSync(join(folder, file)))
    // A release does not say where its manuscript lies.
    return { path: file, words: `${file}:${line}:${column}` };
  if (isSource(message)) {
    const path = within(root, join(folder, file));
    return { path, line, column, words: `${path}:${line}:${column}` };
  }
  const container = /^.*?\.epub(?=\/)/i.exec(file)?.[0] ?? file;
  const path = within(
    root,
    existsSync(join(out, container)) ? join(out, container) : join(folder, container),
  );
  const inside = container === file ? '' : `${file.slice(container.length)}:${line}:${column}`;
  return { path, words: page === undefined ? `${path}${inside}` : `${path} page ${page}` };
}

function within(root: string, file: string): string {
  const path = relative(root, resolve(file));
  const isInside = !/^\.\.(?:[\\/]|$)/.test(path) && !isAbsolute(path);
  return (isInside ? path : resolve(file)).split(sep).join('/');
}

/** The root of the repository that a folder lies in: where Git has it, or else the CI server, or here. */
export function repositoryRoot(folder: string, env: NodeJS.ProcessEnv = process.env): string {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) break;
  }
  return resolve(env['GITHUB_WORKSPACE'] ?? env['CI_PROJECT_DIR'] ?? '.');
}
