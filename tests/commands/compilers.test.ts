import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { baselineOnly, lateOptimization } from '../../src/commands/compilers.ts';

const isOld = Number.parseInt(process.versions.v8, 10) < 12;

test.each(isOld ? [baselineOnly, lateOptimization] : [baselineOnly])(
  'asks V8 for what this Node.js can be asked: %s',
  (flag) => {
    const options = execFileSync(process.execPath, ['--v8-options'], {
      encoding: 'utf8',
      maxBuffer: 1 << 24,
    });
    expect(options).toContain(`${flag.replace(/=.*/, '')} (`);
  },
);
