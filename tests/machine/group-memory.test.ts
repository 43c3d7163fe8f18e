import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { groupMemory } from '../../src/machine/group-memory.ts';

// Elsewhere the system does not tell of the memory of others.
test.runIf(process.platform === 'linux')('the memory of a group is that of all its processes', async () => {
  const holding = `globalThis.held = Buffer.alloc(100 * 2 ** 20, 1); console.log('held'); setInterval(() => 0, 1000);`;
  const both = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(holding)}], { stdio: 'inherit' }); ${holding}`;
  const leader = spawn(process.execPath, ['-e', both], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    let told = '';
    while (told.split('held').length < 3) told += String((await once(leader.stdout, 'data'))[0]);
    const bytes = groupMemory(leader.pid!)!;
    expect(bytes).toBeGreaterThan(200 * 2 ** 20);
    expect(bytes).toBeLessThan(400 * 2 ** 20);
  } finally {
    process.kill(-leader.pid!, 'SIGKILL');
  }
});

test.runIf(process.platform === 'linux')('a group that is gone has none', () => {
  expect(groupMemory(2 ** 30)).toBe(0);
});
