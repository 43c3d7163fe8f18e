import { startBrowser, type RunningBrowser } from '../../src/emit/pdf/browser/browser.ts';

let running: Promise<RunningBrowser> | undefined;

/**
 * The browser of this worker, started for the first test that prints; the later ones open their
 * pages in it. It ends with the worker, to which it is tied by a pipe.
 */
export function sharedBrowser(): Promise<RunningBrowser> {
  running ??= startBrowser(undefined);
  return running;
}
