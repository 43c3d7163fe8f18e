import type { HTTPRequest, Page } from 'puppeteer-core';
import type { Bytes } from '../book/bytes.ts';
import { EnvironmentError } from '../book/errors.ts';
import { percentDecoded } from '../book/addresses/percent-decoded.ts';
import { readBytes } from '../machine/bytes/read-bytes.ts';

/** A file a page may ask for. */
export interface Resource {
  readonly bytes: Bytes | string;
  readonly mediaType: string;
  /** What the browser is sent in its place; undefined where it gets the file itself. */
  readonly standIn?: () => Promise<Uint8Array | undefined>;
}

/** Where the pages we show lie; nothing answers there but we. */
export const origin = 'https://book.invalid';

/** Bytes from which on files go to the browser one after the other. */
const large = 1 << 20;

/**
 * Answers every request of a page from our own bytes and nothing else.
 *
 * @param resources by path (`/style.css`); `/` is the document
 * @param onFault called where one on disk cannot be read any more: the page then lacks it
 */
export async function serve(
  page: Page,
  resources: ReadonlyMap<string, Resource>,
  onFault: (error: EnvironmentError) => void,
): Promise<void> {
  await page.setRequestInterception(true);
  // What is on its way is held as text, several times: all pictures of a book at once would fill the memory.
  let underWay: Promise<unknown> = Promise.resolve();
  page.on('request', (request: HTTPRequest) => {
    const resource = request.url().startsWith(`${origin}/`)
      ? resources.get(percentDecoded(new URL(request.url()).pathname).normalize('NFC'))
      : undefined;
    const isLarge = resource !== undefined && resource.bytes.length > large;
    const answered = (
      isLarge ? underWay.then(() => answer(request, resource)) : answer(request, resource)
    ).catch((error: unknown) => {
      // A page closed meanwhile needs no answer.
      if (error instanceof EnvironmentError) onFault(error);
    });
    if (isLarge) underWay = answered;
  });
}

async function answer(request: HTTPRequest, resource: Resource | undefined): Promise<void> {
  if (resource === undefined) return request.abort('blockedbyclient');
  const { bytes, mediaType, standIn } = resource;
  return request.respond({
    status: 200,
    contentType: mediaType,
    body: typeof bytes === 'string' ? bytes : ((await standIn?.()) ?? (await readBytes(bytes))),
  });
}
