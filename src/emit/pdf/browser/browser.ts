import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer';
import { EnvironmentError } from '../../../book/errors.ts';
import { fontconfigFile } from './fontconfig.ts';
import { prepareDictionaries } from './hyphenation.ts';
import { pinnedBrowser } from './pinned-browser.ts';

/** A browser that can print, and where it came from. */
export interface BrowserChoice {
  readonly source: 'setting' | 'pinned' | 'puppeteer' | 'installed';
  readonly executable: string;
  /** Variables the browser needs besides the inherited ones. */
  readonly env: Readonly<Record<string, string>>;
  /** The folder where the browser looks for hyphenation dictionaries, if we may write there. */
  readonly dictionaries?: string;
}

/** A started browser and how it was chosen. */
export interface RunningBrowser {
  readonly choice: BrowserChoice;
  readonly browser: Browser;
}

const installedPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The chosen browser, started.
 *
 * @param setting path from `--browser` or `PUPPETEER_EXECUTABLE_PATH`
 * @throws EnvironmentError where there is none or it does not start
 */
export async function startBrowser(setting: string | undefined): Promise<RunningBrowser> {
  const choice = await chooseBrowser(setting);
  if (choice.dictionaries !== undefined) await prepareDictionaries(choice.dictionaries);
  return { choice, browser: await launchBrowser(choice) };
}

/**
 * The browser to print with: the one set explicitly, the one pinned by the lockfile,
 * puppeteer's own download, an installed Chrome or Chromium, in this order.
 *
 * @param setting path from `--browser` or `PUPPETEER_EXECUTABLE_PATH`
 * @throws EnvironmentError where the setting names no file, or nothing is found
 */
export async function chooseBrowser(setting: string | undefined): Promise<BrowserChoice> {
  if (setting !== undefined && setting !== '') {
    if (!existsSync(setting)) {
      throw new EnvironmentError(
        `There is no browser at ${setting}`,
        'Correct --browser or PUPPETEER_EXECUTABLE_PATH, or leave it out to use the pinned one.',
      );
    }
    return { source: 'setting', executable: setting, env: {} };
  }
  const pinned = await pinnedBrowser();
  if (pinned !== undefined) {
    return {
      source: 'pinned',
      executable: pinned.executable,
      env: { LD_LIBRARY_PATH: pinned.libraries },
      dictionaries: dirname(pinned.executable),
    };
  }
  const downloaded = await downloadedBrowser();
  if (downloaded !== undefined) {
    return { source: 'puppeteer', executable: downloaded, env: {}, dictionaries: dirname(downloaded) };
  }
  const installed = installedPlaces.find((place) => existsSync(place));
  if (installed !== undefined) return { source: 'installed', executable: installed, env: {} };
  throw new EnvironmentError(
    'No Chrome or Chromium was found to print the PDF',
    'Run `npx puppeteer browsers install chrome-headless-shell`, or install Chromium, or pass --browser.',
  );
}

async function downloadedBrowser(): Promise<string | undefined> {
  for (const headless of ['shell', true] as const) {
    try {
      const path = puppeteer.executablePath({ headless });
      if (existsSync(path)) return path;
    } catch {
      // puppeteer throws where it knows of no download: the next place is asked.
    }
  }
  return undefined;
}

/**
 * A started browser that can reach nothing: no network, no fonts but ours.
 *
 * Chrome's sandbox cannot start for root, so there it is switched off; the page we print
 * runs no script of the manuscript and all its bytes come from us.
 *
 * @throws EnvironmentError where the browser does not start
 */
async function launchBrowser(choice: BrowserChoice): Promise<Browser> {
  const launch = async (sandbox: boolean): Promise<Browser> =>
    puppeteer.launch({
      executablePath: choice.executable,
      headless: 'shell',
      pipe: true,
      // A book of thousands of pages may take minutes to paint; a crash is told of at once.
      protocolTimeout: 1_800_000,
      handleSIGINT: true,
      env: { ...process.env, ...choice.env, FONTCONFIG_FILE: await fontconfigFile() },
      args: [
        ...(sandbox ? [] : ['--no-sandbox']),
        // Hinting rounds advances to whole pixels, and machines would break lines differently.
        '--font-render-hinting=none',
        '--host-resolver-rules=MAP * ~NOTFOUND',
        '--disable-gpu',
        '--hide-scrollbars',
        '--mute-audio',
      ],
    });
  const asRoot = process.getuid?.() === 0;
  try {
    return await launch(!asRoot);
  } catch {
    // Some containers and distributions forbid the namespaces the sandbox is made of; and on a
    // busy machine a browser now and then stops while it starts.
  }
  try {
    return await launch(false);
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
    throw new EnvironmentError(
      `The browser at ${choice.executable} did not start: ${reason}`,
      'Run `colophon doctor` to see what it lacks, or pass another one with --browser.',
      { cause: error },
    );
  }
}
