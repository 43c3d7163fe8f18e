import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { folderOf } from '../builders/folder.ts';
import type { Step } from '../builders/runner.ts';
import { hasFile } from './tools.ts';

/* What ShellCheck, Hadolint and actionlint say of what servers run. */
const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const shellcheck = process.env['SHELLCHECK'];
const hadolint = process.env['HADOLINT'];
// Where there is no Go to install it with, it is left out.
const actionlint = process.env['ACTIONLINT'];

const scriptsOf = (steps: ReadonlyArray<Step>): string[] => steps.flatMap(({ run }) => run ?? []);

/** Every script of an action, a workflow or a pipeline. */
function scriptsIn(path: string): string[] {
  if (path === 'action.yml') return scriptsOf((parse(read(path)) as { runs: { steps: Step[] } }).runs.steps);
  if (path.includes('github'))
    return Object.values((parse(read(path)) as { jobs: Record<string, { steps: Step[] }> }).jobs).flatMap(
      ({ steps }) => scriptsOf(steps),
    );
  const jobs = parseAllDocuments(read(path)).at(-1)?.toJS() as Record<
    string,
    { script?: string[]; after_script?: string[] }
  >;
  return Object.values(jobs).flatMap((job) =>
    [job.script, job.after_script].flatMap((lines) => (lines === undefined ? [] : [lines.join('\n')])),
  );
}

/** What ShellCheck says of a script of Bash. */
function faultsIn(script: string): string {
  const plain = script.replaceAll(/\$\{\{.*?\}\}|\$\[\[.*?\]\]/g, 'x');
  return spawnSync(shellcheck ?? '', ['--shell=bash', '--norc', '-'], { input: plain, encoding: 'utf8' })
    .stdout;
}

describe.runIf(hasFile(shellcheck, 'ShellCheck'))('ShellCheck', () => {
  it.each([
    'action.yml',
    '.github/workflows/ci.yml',
    '.github/workflows/pages.yml',
    '.github/workflows/release.yml',
    'templates/ci/github.yaml',
    'templates/ci/gitlab.yaml',
    'templates/book/template.yml',
  ])('objects to no script of %s', (path) => {
    const scripts = scriptsIn(path);
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.map(faultsIn).join('')).toBe('');
  });

  it('objects to nothing in .ci/run, and would', () => {
    expect(faultsIn(read('.ci/run'))).toBe('');
    expect(faultsIn('rm $1')).toContain('SC2086');
  });
});

describe.runIf(hasFile(hadolint, 'Hadolint'))('Hadolint', () => {
  it('objects to nothing in the Containerfile', () => {
    const file = new URL('Containerfile', root).pathname;
    expect(execFileSync(hadolint ?? '', ['--no-color', file], { encoding: 'utf8' })).toBe('');
  });
});

describe.runIf(actionlint !== undefined)('actionlint', () => {
  const faults = (path: string): string =>
    spawnSync(actionlint ?? '', ['-no-color', '-shellcheck', shellcheck ?? '', path], { encoding: 'utf8' })
      .stdout;

  it.each([
    '.github/workflows/ci.yml',
    '.github/workflows/pages.yml',
    '.github/workflows/release.yml',
    'templates/ci/github.yaml',
  ])('objects to nothing in %s', (path) => {
    expect(faults(new URL(path, root).pathname)).toBe('');
  });

  it('would object', async () => {
    const folder = await folderOf({ 'book.yml': 'on: push\njobs: { a: { steps: [] } }\n' });
    expect(faults(join(folder, 'book.yml'))).toContain('"runs-on" section is missing');
  });
});
