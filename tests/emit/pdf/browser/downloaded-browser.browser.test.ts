import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Browser, computeExecutablePath } from '@puppeteer/browsers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { downloadBrowser, downloadedBrowser } from '../../../../src/emit/pdf/browser/downloaded-browser.ts';

let cacheDir = '';

beforeEach(async () => {
  cacheDir = await mkdtemp(join(tmpdir(), 'colophon-downloaded-'));
  vi.stubEnv('PUPPETEER_CACHE_DIR', cacheDir);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(cacheDir, { recursive: true, force: true });
});

async function put(browser: Browser, buildId: string): Promise<string> {
  const path = computeExecutablePath({ browser, buildId, cacheDir });
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, '');
  return path;
}

describe('downloadedBrowser', () => {
  it('is none where none has been downloaded', async () => {
    expect(await downloadedBrowser()).toBeUndefined();
    await rm(cacheDir, { recursive: true });
    expect(await downloadedBrowser()).toBeUndefined();
  });

  it('is the newest, and rather one for printing alone', async () => {
    const whole = await put(Browser.CHROME, '150.0.1.1');
    expect(await downloadedBrowser()).toBe(whole);
    await put(Browser.CHROMEHEADLESSSHELL, '99.0.1.1');
    const shell = await put(Browser.CHROMEHEADLESSSHELL, '147.0.1.1');
    expect(await downloadedBrowser()).toBe(shell);
  });
});

describe('downloadBrowser', () => {
  it('says why there is none, and what else brings one', async () => {
    for (const name of ['HTTPS_PROXY', 'https_proxy']) vi.stubEnv(name, 'http://127.0.0.1:9');
    for (const name of ['NO_PROXY', 'no_proxy']) vi.stubEnv(name, '');
    const failed = await downloadBrowser(() => undefined).catch((error: unknown) => error);
    expect(failed).toMatchObject({ name: 'EnvironmentError', hint: expect.stringContaining('Install') });
    expect(String(failed)).toMatch(/^EnvironmentError: The browser could not be downloaded: \S.*$/);
  });
});
