import type { Browser } from 'puppeteer-core';
import { ReadyTab } from '../../emit/pdf/browser/ready-tab.ts';
import type { Resource } from '../../emit/page-server.ts';

/** How long one may look at what was just printed before the next tab is made ready, in milliseconds. */
const looking = 250;

/** Keeps a tab with what was printed last, for what is printed next. */
export class ReadyTabs {
  #tab: ReadyTab | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** How often one was asked for or given away: what is being opened for an earlier one is not kept. */
  #turn = 0;

  /** Makes a tab ready, soon. */
  open(browser: Browser, resources: ReadonlyMap<string, Resource>): void {
    const turn = this.#begin();
    this.#timer = setTimeout(() => {
      if (!browser.connected) return;
      ReadyTab.open(browser, resources).then(
        (tab) => {
          if (turn === this.#turn) this.#tab = tab;
          else void tab.close();
        },
        // Then the next document is opened as the first one was.
        () => undefined,
      );
    }, looking);
    this.#timer.unref();
  }

  /** The tab, if one is ready: whoever takes it closes it. */
  take(): ReadyTab | undefined {
    const tab = this.#tab;
    this.#tab = undefined;
    this.#begin();
    return tab;
  }

  /** No tab is wanted any more; the browser closes those that are open. */
  close(): void {
    this.#tab = undefined;
    this.#begin();
  }

  #begin(): number {
    clearTimeout(this.#timer);
    return ++this.#turn;
  }
}
