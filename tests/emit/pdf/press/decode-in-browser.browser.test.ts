import { expect, test } from 'vitest';
import { startBrowser } from '../../../../src/emit/pdf/browser/browser.ts';
import { decoderIn } from '../../../../src/emit/pdf/press/decode-in-browser.ts';
import { jpeg } from '../../../builders/pictures.ts';

test('where the browser was stopped, closing hides no other error', async () => {
  const { browser } = await startBrowser(undefined);
  const decoder = decoderIn(browser);
  await decoder.decode(jpeg(60, 40), 0);
  browser.process()?.kill('SIGKILL');
  await expect.poll(() => browser.connected).toBe(false);
  await expect(decoder.close()).resolves.toBe(undefined);
});
