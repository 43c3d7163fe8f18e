import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { InstalledBrowser } from '@puppeteer/browsers';
import { EnvironmentError } from '../../../book/errors.ts';

/** Those that can print, the smaller one first. */
const names = ['chrome-headless-shell', 'chrome'] as const;

/** The path of a browser that has been downloaded, by `colophon doctor --install` or by puppeteer; undefined where there is none. */
export async function downloadedBrowser(): Promise<string | undefined> {
  const cacheDir = folder();
  if (!existsSync(cacheDir)) return undefined;
  const { detectBrowserPlatform, getInstalledBrowsers } = await import('@puppeteer/browsers');
  const platform = detectBrowserPlatform();
  const installed = await getInstalledBrowsers({ cacheDir });
  const usable = installed.filter((each) => each.platform === platform && existsSync(each.executablePath));
  for (const name of names) {
    const found = newest(usable.filter((each) => (each.browser as string) === name));
    if (found !== undefined) return found.executablePath;
  }
  return undefined;
}

/**
 * Downloads the browser that this version is made for, if it is not there.
 *
 * @param onProgress told how much of it has come, from 0 to 1
 * @returns its path
 * @throws EnvironmentError where it cannot be had
 */
export async function downloadBrowser(onProgress: (part: number) => void): Promise<string> {
  const { Browser, install } = await import('@puppeteer/browsers');
  const { PUPPETEER_REVISIONS: revisions } = await import('puppeteer-core/internal/revisions.js');
  try {
    const { executablePath } = await install({
      browser: Browser.CHROMEHEADLESSSHELL,
      buildId: revisions['chrome-headless-shell'],
      cacheDir: folder(),
      downloadProgressCallback: (loaded, total) => {
        onProgress(loaded / total);
      },
    });
    return executablePath;
  } catch (error) {
    throw new EnvironmentError(
      `The browser could not be downloaded: ${reasonOf(error)}`,
      'Install Google Chrome or Chromium as programs are installed on this system, or see to the network and run it again.',
      { cause: error },
    );
  }
}

function newest(browsers: ReadonlyArray<InstalledBrowser>): InstalledBrowser | undefined {
  return browsers.toSorted((a, b) => a.buildId.localeCompare(b.buildId, 'en', { numeric: true })).at(-1);
}

/** Where puppeteer keeps its browsers, too. */
function folder(): string {
  return process.env['PUPPETEER_CACHE_DIR'] ?? join(homedir(), '.cache', 'puppeteer');
}

/** What went wrong, in a line: the last one of several is the cause. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.trim().split('\n').at(-1) ?? '').replace(/^[\s-]*(?:\w+Provider: )?|\s+undefined$/g, '');
}
