import type { JSHandle, Page } from 'puppeteer-core';

/**
 * Runs a script in a page: one of those that are bundled from in-page/ when Colophon is compiled.
 * It comes over the protocol; the page itself may run none.
 *
 * @returns what the script offers
 */
export async function runScript<Offer>(page: Page, script: string): Promise<JSHandle<Offer>> {
  return (await page.evaluateHandle(script)) as JSHandle<Offer>;
}
