import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/* The compiled command where a disk fills up while it works: a line with a hint and status 3, and all is as it was. */
const command = new URL('../../lib/cli.js', import.meta.url).pathname;
const temporary = mkdtempSync(join(tmpdir(), 'colophon-full-'));
const disk = join(temporary, 'disk');
const book = join(temporary, 'book');

/** In kilobytes: nothing fits, some of the files do, all but the last do, all do. */
const sizes = [4, 8, 16, 32, 64, 96, 128, 192, 256, 2000];

/** Runs a program of the system; gives what it says. */
function run(program: string, args: ReadonlyArray<string>, cwd = temporary): string {
  return execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

/** Only root may mount, and not in every container. */
function mount(...options: ReadonlyArray<string>): boolean {
  try {
    run('mount', ['-t', 'tmpfs', '-o', options.join(','), 'tmpfs', disk]);
    return true;
  } catch {
    return false;
  }
}

mkdirSync(disk);
const isMounted = process.platform === 'linux' && process.getuid?.() === 0 && mount('size=32m');

/** Leaves so many kilobytes free. */
function leave(kilobytes: number): void {
  const used = Number(run('df', ['-k', '--output=used', disk]).split('\n')[1]);
  mount('remount', `size=${used + kilobytes}k`);
}

afterAll(() => {
  // Never removed with what is in it while it is mounted.
  if (isMounted) run('umount', [disk]);
  rmdirSync(disk);
  rmSync(temporary, { recursive: true, force: true });
});

let texts = 0;

/** Builds a text that no build has had before. */
function build(out: string, env: NodeJS.ProcessEnv = {}): Promise<{ status: number; told: string }> {
  writeFileSync(join(book, '01.md'), `# One\n\nText ${++texts}.\n`);
  const words = [command, 'build', book, '--only', 'epub', '--out', out, '--quiet'];
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      words,
      { env: { ...process.env, EPUBCHECK: 'off', ...env } },
      (error, stdout, stderr) => resolve({ status: Number(error?.code ?? 0), told: stdout + stderr }),
    );
  });
}

/** The files of a release that agree with its checksums, and all others beside them. */
function stateOf(out: string): string[] {
  run('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], out);
  return [readFileSync(join(out, 'SHA256SUMS'), 'utf8'), ...readdirSync(out).toSorted()];
}

beforeAll(() => {
  mkdirSync(book);
  writeFileSync(join(book, 'book.yaml'), 'title: Good\nlanguage: en\nepub: { pages: false }\n');
});

const trace = /fault of Colophon|^ +at |node:internal/m;

describe.runIf(isMounted)('a disk that is full', () => {
  it(
    'is told of by a build into it, which leaves the earlier release as it was',
    { timeout: 300_000 },
    async () => {
      const out = join(disk, 'dist');
      expect((await build(out)).status).toBe(0);
      const statuses = new Set<number>();
      for (const size of sizes) {
        const before = stateOf(out);
        leave(size);
        const { status, told } = await build(out);
        statuses.add(status);
        expect(told).not.toMatch(trace);
        expect(told.includes('ENOSPC')).toBe(status === 3);
        // The earlier release, or the new one, whole.
        expect(stateOf(out).join() === before.join()).toBe(status === 3);
        leave(16_000);
        expect((await build(out)).status).toBe(0);
        expect(readdirSync(disk)).toEqual(['dist']);
      }
      expect([...statuses].toSorted()).toEqual([0, 3]);
    },
  );

  it.each(['TMPDIR', 'XDG_CACHE_HOME'])(
    'as %s keeps no e-book from being made',
    { timeout: 300_000 },
    async (name) => {
      const out = join(temporary, `out-${name}`);
      const place = join(disk, name);
      for (const size of sizes) {
        mkdirSync(place);
        leave(size);
        const { status, told } = await build(out, { [name]: place });
        expect(told).not.toMatch(trace);
        expect(status).toBe(0);
        stateOf(out);
        rmSync(place, { recursive: true });
      }
    },
  );
});
