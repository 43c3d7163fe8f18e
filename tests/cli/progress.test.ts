import { Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { progressOn, type Progress } from '../../src/cli/progress.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

/** A stream that keeps what is written to it. */
function stream(
  isTTY: boolean,
  columns?: number,
): { readonly out: NodeJS.WriteStream; written: () => string } {
  let written = '';
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString();
      done();
    },
  });
  return {
    out: Object.assign(out, { isTTY, columns }) as unknown as NodeJS.WriteStream,
    written: () => written,
  };
}

/** What a whole run writes to a stream. */
function output(isTTY: boolean, quiet: boolean, columns?: number): string {
  const { out, written } = stream(isTTY, columns);
  run(progressOn(out, quiet));
  return written();
}

function run(progress: Progress): void {
  progress.step('Reading');
  progress.note('Worth knowing');
  progress.step('Making the editions');
  progress.doing('painting 212 pages');
  progress.done();
}

/** What a terminal shows one after the other in its last line. */
function shown(written: string): string[] {
  return written.split('\r\u001B[K').map((line) => line.replace(/^\S /, '').replace(/\d+\.\d s$/, '0.0 s'));
}

describe('progressOn', () => {
  test('writes a line for each step to a file', () => {
    expect(output(false, false)).toBe('Reading …\nWorth knowing\nMaking the editions …\n');
  });

  test('tells a file of a step that takes long what it is at', () => {
    vi.useFakeTimers();
    const { out, written } = stream(false);
    const progress = progressOn(out, false);
    progress.step('Parsing the Markdown');
    vi.advanceTimersByTime(29_000);
    progress.step('Making the editions');
    vi.advanceTimersByTime(30_000);
    progress.doing('painting 3151 pages');
    vi.advanceTimersByTime(30_000);
    progress.done();
    vi.advanceTimersByTime(90_000);
    expect(written()).toBe(
      'Parsing the Markdown …\nMaking the editions …\nMaking the editions … 30 s\nMaking the editions: painting 3151 pages … 60 s\n',
    );
  });

  test('writes one line that changes to a terminal, and takes it away at the end', () => {
    vi.stubEnv('TERM', 'xterm');
    expect(shown(output(true, false))).toEqual([
      '',
      'Reading … 0.0 s',
      'Worth knowing\n'.replace(/^\S /, ''),
      'Reading … 0.0 s',
      'Making the editions … 0.0 s',
      'Making the editions: painting 212 pages … 0.0 s',
      '',
    ]);
  });

  test('never fills more than a line', () => {
    vi.stubEnv('TERM', 'xterm');
    for (const line of output(true, false, 40).split('\r\u001B[K')) expect(line.length).toBeLessThan(40);
  });

  test('writes lines to a terminal that cannot go back in one', () => {
    vi.stubEnv('TERM', 'dumb');
    expect(output(true, false)).toBe('Reading …\nWorth knowing\nMaking the editions …\n');
  });

  test('goes on with the time on a terminal until the work is done', async () => {
    vi.stubEnv('TERM', 'xterm');
    const { out, written } = stream(true);
    const progress = progressOn(out, false);
    progress.step('Reading');
    await vi.waitFor(() => expect(shown(written()).length).toBeGreaterThan(3));
    progress.done();
    const before = written();
    await setTimeout(250);
    expect(written()).toBe(before);
  });

  test.each([true, false])('writes nothing when quiet, on a terminal (%s)', (isTTY) => {
    expect(output(isTTY, true)).toBe('');
  });
});
