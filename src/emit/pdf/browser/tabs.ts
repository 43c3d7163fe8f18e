import type { Browser, Page } from 'puppeteer-core';

/** Tabs that nobody has taken yet. */
const ahead = new WeakMap<Browser, Promise<Page>>();

/** Opens a tab before it is known what it will show, if none is open: its process takes a while to start. */
export function openAhead(browser: Browser): void {
  if (ahead.has(browser)) return;
  const tab = browser.newPage();
  // Who takes it hears of it.
  tab.catch(() => undefined);
  ahead.set(browser, tab);
}

/**
 * Waits for the tab that is being opened, if one is. Of a browser that is closed meanwhile puppeteer would await it
 * for half a minute, and the process with it.
 */
export async function openedAhead(browser: Browser): Promise<void> {
  await ahead.get(browser)?.catch(() => undefined);
}

/** The tab that was opened ahead, or else a new one. */
export function tabOf(browser: Browser): Promise<Page> {
  const tab = ahead.get(browser);
  ahead.delete(browser);
  return tab ?? browser.newPage();
}
