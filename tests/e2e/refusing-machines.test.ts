import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/* The compiled command where the machine refuses something: a line with a hint and status 3, never a trace. */
const command = new URL('../../lib/cli.js', import.meta.url).pathname;
const temporary = mkdtempSync(join(tmpdir(), 'colophon-refusing-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const book = join(temporary, 'book');
const build = `build '${book}' --no-cache --quiet`;

/** Runs a line of a shell in which `colophon` is the command. */
function shell(line: string): Promise<{ readonly status: number; readonly told: string }> {
  const script = `colophon() { '${process.execPath}' '${command}' "$@"; }\n${line}`;
  return new Promise((resolve) => {
    execFile('sh', ['-c', script], { cwd: temporary }, (error, stdout, stderr) =>
      resolve({ status: Number(error?.code ?? 0), told: stdout + stderr }),
    );
  });
}

const trace = /fault of Colophon|^ +at |node:internal/m;

beforeAll(() => {
  mkdirSync(book);
  writeFileSync(join(book, 'book.yaml'), 'title: Good\nlanguage: en\n');
  writeFileSync(join(book, '01.md'), '# One\n\nText.\n');
});

describe('colophon', () => {
  it.each([20, 24, 28, 32, 40, 48, 56])('says so with %i open files', async (files) => {
    for (const words of [`${build} --only epub --out few`, 'check few', 'themes', '--version']) {
      const { status, told } = await shell(`ulimit -n ${files}; colophon ${words}`);
      expect(told).not.toMatch(trace);
      const isTold = /^colophon: .*EMFILE.*\n {2}Allow more open files/m.test(told);
      expect(status === 3).toBe(isTold);
    }
  });

  it.each([2_000_000, 4_000_000])('says so with %i KB of addresses', async (size) => {
    const { status, told } = await shell(`ulimit -v ${size}; colophon ${build} --only epub --out small`);
    expect(told).not.toMatch(trace);
    expect(told).toMatch(/There was not enough memory/);
    expect(status).toBe(3);
  });

  it('says that the folder it was started in is gone', async () => {
    const { status, told } = await shell(`mkdir gone; cd gone; rmdir ../gone; colophon ${build} --only epub`);
    expect(told).toMatch(/^colophon: The folder that the command was started in is gone\n {2}\S/);
    expect(told).not.toMatch(trace);
    expect(status).toBe(3);
  });

  it.each(['/dev/null', '/dev/full'])('needs no folder for temporary files where it is %s', async (path) => {
    const { status, told } = await shell(`TMPDIR=${path} colophon ${build} --only epub --out without`);
    expect(told).not.toMatch(trace);
    expect(status).toBe(0);
  });

  it.each(['<&-', '>&-', '2>&-', '<&- >&- 2>&-'])('works with %s', async (closed) => {
    const { status, told } = await shell(`colophon ${build} --only epub --out closed ${closed}`);
    expect(told).toBe('');
    expect(status).toBe(0);
  });
});
