import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EnvironmentError } from '../../../../src/book/errors.ts';
import { chooseBrowser, startBrowser } from '../../../../src/emit/pdf/browser/browser.ts';

describe('chooseBrowser', () => {
  test('takes the pinned browser without a setting', async () => {
    const choice = await chooseBrowser(undefined);
    expect(choice.source).toBe('pinned');
    expect(choice.dictionaries).toBe(dirname(choice.executable));
    expect(await chooseBrowser('')).toEqual(choice);
  });

  test('takes the browser that is set, and touches no folder of its own', async () => {
    const { executable } = await chooseBrowser(undefined);
    expect(await chooseBrowser(executable)).toEqual({ source: 'setting', executable, env: {} });
  });

  test('tells of a setting that names no file', async () => {
    const choosing = chooseBrowser('/nowhere/chrome');
    await expect(choosing).rejects.toThrow(EnvironmentError);
    await expect(choosing).rejects.toMatchObject({
      message: 'There is no browser at /nowhere/chrome',
      hint: 'Correct --browser or PUPPETEER_EXECUTABLE_PATH, or leave it out to use the pinned one.',
    });
  });
});

describe('startBrowser', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'colophon-browser-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('tells of a program that is no browser', async () => {
    const path = join(folder, 'chrome');
    await writeFile(path, '#!/bin/sh\nexit 1\n');
    await chmod(path, 0o755);
    const starting = startBrowser(path);
    await expect(starting).rejects.toThrow(EnvironmentError);
    await expect(starting).rejects.toMatchObject({
      message: expect.stringMatching(/^The browser at \S+chrome did not start: \S/),
    });
  });

  test('says when the process has begun, which then needs the thread no more', async () => {
    const path = join(folder, 'chrome');
    const sign = join(folder, 'begun');
    const end = join(folder, 'end');
    await writeFile(path, `#!/bin/sh\n: > '${sign}'\nwhile [ ! -e '${end}' ]; do sleep 0.05; done\nexit 1\n`);
    await chmod(path, 0o755);
    let starting: Promise<unknown> = Promise.resolve();
    await new Promise<void>((resolve) => {
      starting = startBrowser(path, resolve).catch((error: unknown) => error);
    });
    const until = Date.now() + 30_000;
    while (!existsSync(sign) && Date.now() < until);
    expect(existsSync(sign)).toBe(true);
    await writeFile(end, '');
    expect(await starting).toBeInstanceOf(EnvironmentError);
  });
});
