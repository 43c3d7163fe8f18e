import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LaterBuild } from '../../../src/preview/builds/later-build.ts';

let builds = 0;
let later: LaterBuild;
beforeEach(() => {
  vi.useFakeTimers();
  builds = 0;
  later = new LaterBuild(() => builds++);
});
afterEach(() => vi.useRealTimers());

/** Something is saved, and seen so many milliseconds later. */
function save(seenAfter: number): void {
  later.hold();
  vi.advanceTimersByTime(seenAfter);
  later.soon();
}

it('builds once nothing more is saved', () => {
  save(300);
  vi.advanceTimersByTime(400);
  save(300);
  expect(builds).toBe(0);
  vi.advanceTimersByTime(500);
  expect(builds).toBe(1);
  vi.advanceTimersByTime(60_000);
  expect(builds).toBe(1);
});

it('builds now and then while one saves again and again', () => {
  for (let saves = 0; saves < 20; saves++) {
    save(300);
    vi.advanceTimersByTime(400);
  }
  expect(builds).toBeGreaterThanOrEqual(3);
});

it('builds at once where there is nothing to be shown before, and nothing more when it has ended', () => {
  later.hold();
  later.now();
  expect(builds).toBe(1);
  save(0);
  later.end();
  vi.advanceTimersByTime(60_000);
  expect(builds).toBe(1);
});
