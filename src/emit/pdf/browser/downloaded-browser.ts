import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
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
    const found = usable.filter((each) => (each.browser as string) === name);
    const [newest] = found.toSorted((a, b) => byVersion(b.buildId, a.buildId));
    if (newest !== undefined) return newest.executablePath;
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

/** Orders versions of four numbers, which those of semver have not. */
function byVersion(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  const parts = (left ?? []).map((part, index) => part - (right?.[index] ?? 0));
  return parts.find((part) => part !== 0) ?? 0;
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
