import type { RunningBrowser } from '../emit/pdf/browser/browser.ts';

/** Where builds get their browser from. */
export interface Browsers {
  /**
   * A browser that runs, with a tab that is open already.
   *
   * @param setting path from `--browser` or `PUPPETEER_EXECUTABLE_PATH`
   * @param onStarting called once its process begins
   * @throws EnvironmentError where there is none or it does not start
   */
  take(setting: string | undefined, onStarting: () => void): Promise<RunningBrowser>;
  /** @param isSound whether nothing failed while it was used */
  giveBack(running: RunningBrowser, isSound: boolean): Promise<void>;
}

/** Each build has a browser of its own. */
export const oneForEachBuild: Browsers = {
  take: start,
  giveBack: ({ browser }) => closed(browser),
};

async function start(setting: string | undefined, onStarting: () => void): Promise<RunningBrowser> {
  // A build of the e-book alone need not load what drives browsers.
  const [{ startBrowser }, { openAhead }] = await Promise.all([
    import('../emit/pdf/browser/browser.ts'),
    import('../emit/pdf/browser/tabs.ts'),
  ]);
  const running = await startBrowser(setting, onStarting);
  openAhead(running.browser);
  return running;
}

/** So many builds have the same browser at most: each long book leaves some megabytes behind in it. */
const mostBuilds = 20;

/**
 * One browser for builds that follow each other; another one only where it has ended, has done a good deal, or a build
 * with it failed.
 */
export class KeptBrowser implements Browsers {
  #kept: RunningBrowser | undefined;
  #builds = 0;
  readonly #onStarted: (running: RunningBrowser) => void;

  readonly #most: number;

  /**
   * @param onStarted hears of each browser that was started
   * @param most how many builds have the same one
   */
  constructor(onStarted: (running: RunningBrowser) => void = () => undefined, most: number = mostBuilds) {
    this.#onStarted = onStarted;
    this.#most = most;
  }

  async take(setting: string | undefined, onStarting: () => void): Promise<RunningBrowser> {
    const kept = this.#kept;
    if (kept?.browser.connected === true) return kept;
    const running = await start(setting, onStarting);
    this.#onStarted(running);
    // What is worth knowing of it is told once.
    this.#kept = { ...running, notes: [] };
    this.#builds = 0;
    return running;
  }

  async giveBack({ browser }: RunningBrowser, isSound: boolean): Promise<void> {
    this.#builds++;
    if (!isSound || this.#builds >= this.#most) {
      this.#kept = undefined;
      await closed(browser);
    } else if (browser.connected) {
      const { openAhead } = await import('../emit/pdf/browser/tabs.ts');
      openAhead(browser);
    }
  }

  async close(): Promise<void> {
    if (this.#kept !== undefined) await closed(this.#kept.browser).catch(() => undefined);
  }
}

async function closed(browser: RunningBrowser['browser']): Promise<void> {
  const { openedAhead } = await import('../emit/pdf/browser/tabs.ts');
  if (browser.connected) await openedAhead(browser);
  await browser.close();
}
