import type { Browser, JSHandle, Page } from 'puppeteer-core';
import decoderScript from '#in-page/decoder';
import { Leash } from '../../leash.ts';
import { runScript } from '../../page-script.ts';
import type { DecoderScript } from './decoder-script.ts';
import type { DecodeJpeg } from './images.ts';

/** A decoder of JPEGs and what closes it. */
export interface Decoder {
  readonly decode: DecodeJpeg;
  readonly close: () => Promise<void>;
}

/** A decoder that lets Chrome do the work; it opens a tab of its own when first asked. */
export function decoderIn(browser: Browser): Decoder {
  let opening: Promise<Tab> | undefined;
  return {
    decode: async (jpeg, tolerance) => {
      const leash = new Leash(browser, new Map([['/', { bytes: jpeg, mediaType: 'image/jpeg' }]]));
      leash.step('decoding an image');
      opening ??= openTab(browser);
      const decoding = opening.then(async ({ script }) =>
        script.evaluate(
          (it, file, most) => it.decodeJpeg(file, most),
          Buffer.from(jpeg).toString('base64'),
          tolerance,
        ),
      );
      const pixels = await Promise.race([decoding, leash.broken]).finally(() => leash.end());
      return pixels === undefined ? undefined : Buffer.from(pixels, 'base64');
    },
    close: async () => {
      // A browser that was stopped has no tab to close: why it was is told already.
      await opening?.then(({ page }) => page.close()).catch(() => undefined);
    },
  };
}

interface Tab {
  readonly page: Page;
  readonly script: JSHandle<DecoderScript>;
}

async function openTab(browser: Browser): Promise<Tab> {
  const page = await browser.newPage();
  return { page, script: await runScript<DecoderScript>(page, decoderScript) };
}
