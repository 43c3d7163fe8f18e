import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { baselineOnly } from '../../src/commands/baseline-wasm.ts';

test('asks V8 for what this Node.js can be asked', () => {
  const options = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8', maxBuffer: 1 << 24 });
  expect(options).toContain(`${baselineOnly} (`);
});
