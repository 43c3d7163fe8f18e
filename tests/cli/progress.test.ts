import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { progressOn } from '../../src/cli/progress.ts';

/** What a whole run writes to a stream. */
function output(isTTY: boolean, quiet: boolean): string {
  let written = '';
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString();
      done();
    },
  });
  const progress = progressOn(Object.assign(stream, { isTTY }) as unknown as NodeJS.WriteStream, quiet);
  progress.step('Reading');
  progress.step('Printing');
  progress.done();
  return written;
}

describe('progressOn', () => {
  test('writes a line for each step to a file', () => {
    expect(output(false, false)).toBe('Reading …\nPrinting …\n');
  });

  test('writes one line that changes to a terminal, and takes it away at the end', () => {
    expect(output(true, false)).toBe('\r\u001B[KReading …\r\u001B[KPrinting …\r\u001B[K');
  });

  test.each([true, false])('writes nothing when quiet, on a terminal (%s)', (isTTY) => {
    expect(output(isTTY, true)).toBe('');
  });
});
