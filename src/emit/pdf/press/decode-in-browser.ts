import type { Browser, Page } from 'puppeteer';
import { Leash } from '../../leash.ts';
import type { DecodeJpeg } from './images.ts';

/** A decoder of JPEGs and what closes it. */
export interface Decoder {
  readonly decode: DecodeJpeg;
  readonly close: () => Promise<void>;
}

/** A decoder that lets Chrome do the work; it opens a tab of its own when first asked. */
export function decoderIn(browser: Browser): Decoder {
  let opening: Promise<Page> | undefined;
  return {
    decode: async (jpeg) => {
      const leash = new Leash(browser, new Map([['/', { bytes: jpeg, mediaType: 'image/jpeg' }]]));
      leash.step('decoding an image');
      opening ??= browser.newPage();
      const decoding = opening.then(async (page) =>
        page.evaluate(decodeHere, Buffer.from(jpeg).toString('base64')),
      );
      const pixels = await Promise.race([decoding, leash.broken]).finally(() => leash.end());
      return pixels === undefined ? undefined : Buffer.from(pixels, 'base64');
    },
    close: async () => {
      await (await opening)?.close();
    },
  };
}

/** Runs in Chrome, and takes and gives Base64: nothing else passes the protocol unharmed. */
async function decodeHere(jpeg: string): Promise<string | undefined> {
  const file = await fetch(`data:image/jpeg;base64,${jpeg}`);
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(await file.blob(), { imageOrientation: 'none' });
  } catch {
    return undefined;
  }
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d', { colorSpace: 'srgb' });
  if (context === null) return undefined;
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const pixels = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3)
    pixels.set([data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0], to);
  const parts: string[] = [];
  // A multiple of three bytes is a whole number of characters.
  for (let at = 0; at < pixels.length; at += 30_000)
    parts.push(btoa(String.fromCharCode(...pixels.subarray(at, at + 30_000))));
  return parts.join('');
}
