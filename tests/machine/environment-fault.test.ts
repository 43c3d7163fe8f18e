import { closeSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { EnvironmentError, UsageError } from '../../src/book/errors.ts';
import { environmentFault } from '../../src/machine/environment-fault.ts';

const folder = mkdtempSync(join(tmpdir(), 'colophon-fault-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('environmentFault', () => {
  test('tells what the system has refused, of which file and why', () => {
    writeFileSync(join(folder, 'file'), '');
    const path = join(folder, 'file', 'below');
    const fault = environmentFault(thrownBy(() => mkdirSync(path)));
    expect(fault?.message).toBe(`The system refused "mkdir ${path}": not a directory (ENOTDIR)`);
    expect(fault?.hint).toMatch(/TMPDIR/);
  });

  test('knows what is used up, and what was removed', () => {
    const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write', errno: -28 });
    expect(environmentFault(full)?.message).toBe(
      'The system refused "write": no space left on device (ENOSPC)',
    );
    const gone = environmentFault(thrownBy(() => readFileSync(join(folder, 'gone'))));
    expect(gone?.message).toMatch(/no such file or directory \(ENOENT\)$/);
    const working = Object.assign(new Error('ENOENT'), { code: 'ENOENT', syscall: 'uv_cwd', errno: -2 });
    expect(environmentFault(working)?.message).toBe('The folder that the command was started in is gone');
  });

  test('knows memory that was not given, whoever asked for it', () => {
    for (const error of [
      new RangeError('Array buffer allocation failed'),
      new RangeError('WebAssembly.Memory(): could not allocate memory'),
      Object.assign(new Error('EAGAIN'), { code: 'ERR_WORKER_INIT_FAILED' }),
    ])
      expect(environmentFault(error)?.message).toBe(`There was not enough memory: ${error.message}`);
  });

  test('leaves what is told already as it is', () => {
    const error = new EnvironmentError('Full', 'Make room.');
    expect(environmentFault(error)).toBe(error);
  });

  test('takes no fault of ours for one of the machine', () => {
    const wrong = thrownBy(() => closeSync(-1));
    for (const error of [
      new TypeError('x is not a function'),
      new UsageError('No'),
      wrong,
      'text',
      undefined,
    ])
      expect(environmentFault(error)).toBeUndefined();
  });
});
