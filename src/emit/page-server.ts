import type { HTTPRequest, Page } from 'puppeteer-core';
import { percentDecoded } from '../book/addresses/percent-decoded.ts';

/** A file a page may ask for. */
export interface Resource {
  readonly bytes: Uint8Array | string;
  readonly mediaType: string;
}

/** Where the pages we show lie; nothing answers there but we. */
export const origin = 'https://book.invalid';

/** Bytes from which on files go to the browser one after the other. */
const large = 1 << 20;

/**
 * Answers every request of a page from our own bytes and nothing else.
 *
 * @param resources by path (`/style.css`); `/` is the document
 */
export async function serve(page: Page, resources: ReadonlyMap<string, Resource>): Promise<void> {
  await page.setRequestInterception(true);
  // What is on its way is held as text, several times: all pictures of a book at once would fill the memory.
  let underWay: Promise<unknown> = Promise.resolve();
  page.on('request', (request: HTTPRequest) => {
    const resource = request.url().startsWith(`${origin}/`)
      ? resources.get(percentDecoded(new URL(request.url()).pathname).normalize('NFC'))
      : undefined;
    const isLarge = resource !== undefined && resource.bytes.length > large;
    // A page closed meanwhile needs no answer.
    const answered = (
      isLarge ? underWay.then(() => answer(request, resource)) : answer(request, resource)
    ).catch(() => undefined);
    if (isLarge) underWay = answered;
  });
}

function answer(request: HTTPRequest, resource: Resource | undefined): Promise<void> {
  if (resource === undefined) return request.abort('blockedbyclient');
  const { bytes, mediaType } = resource;
  return request.respond({
    status: 200,
    contentType: mediaType,
    body: typeof bytes === 'string' ? bytes : Buffer.from(bytes),
  });
}
