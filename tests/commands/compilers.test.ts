import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { baselineOnly } from '../../src/commands/compilers.ts';
import { lateOptimization } from '../../src/machine/late-optimization.ts';

test.each([baselineOnly, lateOptimization])('asks V8 for what this Node.js can be asked: %s', (flag) => {
  const options = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8', maxBuffer: 1 << 24 });
  expect(options).toContain(`${flag.replace(/=.*/, '')} (`);
});
