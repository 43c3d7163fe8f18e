import type { HTTPRequest, Page } from 'puppeteer-core';
import { percentDecoded } from '../book/addresses/percent-decoded.ts';

/** A file a page may ask for. */
export interface Resource {
  readonly bytes: Uint8Array | string;
  readonly mediaType: string;
}

/** Where the pages we show lie; nothing answers there but we. */
export const origin = 'https://book.invalid';

/**
 * Answers every request of a page from our own bytes and nothing else.
 *
 * @param resources by path (`/style.css`); `/` is the document
 */
export async function serve(page: Page, resources: ReadonlyMap<string, Resource>): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request: HTTPRequest) => {
    const resource = request.url().startsWith(`${origin}/`)
      ? resources.get(percentDecoded(new URL(request.url()).pathname).normalize('NFC'))
      : undefined;
    const answered =
      resource === undefined
        ? request.abort('blockedbyclient')
        : request.respond({
            status: 200,
            contentType: resource.mediaType,
            body: typeof resource.bytes === 'string' ? resource.bytes : Buffer.from(resource.bytes),
          });
    // A page closed meanwhile needs no answer.
    answered.catch(() => undefined);
  });
}
