import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { KeptBrowser, oneForEachBuild, type Browsers } from '../../src/build/browsers.ts';

/** What would keep the process from ending. */
function timers(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
}

test.each<[what: string, browsers: () => Browsers]>([
  ['a browser of its own', () => oneForEachBuild],
  ['a browser for several', () => new KeptBrowser()],
])('%s that is given back while its tab is being opened keeps nothing waiting', async (_, browsers) => {
  const before = timers();
  // How far the tab is opened after so many milliseconds differs from machine to machine.
  for (const pause of [0, 5, 10, 20, 40, 80]) {
    const given = browsers();
    const running = await given.take(undefined, () => undefined);
    await setTimeout(pause);
    await given.giveBack(running, false);
  }
  expect(timers()).toBeLessThanOrEqual(before);
});
