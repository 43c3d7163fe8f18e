import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { EnvironmentError } from '../../../book/errors.ts';
import type { Limits } from '../../../book/limits.ts';
import { cacheFolder } from '../../../machine/cache-folder.ts';
import { prepareDictionaries } from './dictionaries.ts';
import { downloadedBrowser } from './downloaded-browser.ts';
import { launch, type Launched, type Program } from './launch.ts';
import { pinnedBrowser } from './pinned-browser.ts';

/** A browser that can print, and where it came from. */
export interface BrowserChoice extends Program {
  readonly source: 'setting' | 'pinned' | 'downloaded' | 'installed';
  /** The folder where the browser looks for hyphenation dictionaries, if we may write there. */
  readonly dictionaries?: string;
}

/** A started browser and how it was chosen. */
export interface RunningBrowser extends Launched {
  readonly choice: BrowserChoice;
  /** What is worth knowing of how it runs here, in sentences. */
  readonly notes: ReadonlyArray<string>;
  /** How much time its steps are given; by default as much as usual. */
  readonly limits?: Limits;
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
 * @param onStarting called once its process begins
 * @throws EnvironmentError where there is none or it does not start
 */
export async function startBrowser(
  setting: string | undefined,
  onStarting?: () => void,
): Promise<RunningBrowser> {
  const choice = await chooseBrowser(setting);
  if (choice.dictionaries !== undefined) await prepareDictionaries(choice.dictionaries);
  const launched = await launch(choice, onStarting);
  return { choice, ...launched, notes: await notesOn(launched) };
}

async function notesOn({ sandbox }: Launched): Promise<string[]> {
  const { passing } = await cacheFolder();
  return [
    ...(sandbox ? [] : [`The browser runs without its sandbox${withoutSandbox()}.`]),
    ...(passing === undefined ? [] : [`${passing}; a folder for this time alone is used.`]),
  ];
}

/** For root there is none; elsewhere the system has refused it. */
function withoutSandbox(): string {
  return process.getuid?.() === 0 ? ', which there is not for root' : ': this system does not allow it';
}

/**
 * The browser to print with: the one set explicitly, the one pinned by the lockfile,
 * a downloaded one, an installed Chrome or Chromium, in this order.
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
    return { source: 'downloaded', executable: downloaded, env: {}, dictionaries: dirname(downloaded) };
  }
  const installed = installedPlaces.find((place) => existsSync(place));
  if (installed !== undefined) return { source: 'installed', executable: installed, env: {} };
  throw new EnvironmentError(
    'No Chrome or Chromium was found to print the PDF',
    'Run `colophon doctor --install`, or install Chrome or Chromium, or pass --browser.',
  );
}
