import type { Browser, JSHandle, Page } from 'puppeteer-core';
import paginationScript from '#in-page/pagination';
import { isStored } from '../../../book/bytes.ts';
import { runScript } from '../../page-script.ts';
import { origin, serve, type Resource } from '../../page-server.ts';
import type { PaginationScript } from '../page/pagination-script.ts';

/**
 * A tab in which a document lies whose styles and fonts have loaded. Another one that differs in its text alone can be
 * put in its place, once: that takes a tenth of what it takes to open a document.
 */
export class ReadyTab {
  readonly page: Page;
  readonly script: JSHandle<PaginationScript>;
  readonly #resources: Map<string, Resource>;

  private constructor(page: Page, script: JSHandle<PaginationScript>, resources: Map<string, Resource>) {
    this.page = page;
    this.script = script;
    this.#resources = resources;
  }

  /**
   * @param resources everything the document refers to, by path; `/` is the document
   * @throws where the browser fails
   */
  static async open(browser: Browser, resources: ReadonlyMap<string, Resource>): Promise<ReadyTab> {
    const page = await browser.newPage();
    try {
      const served = new Map(resources);
      const script = await openDocument(page, served, () => undefined);
      await script.evaluate((it) => it.load());
      return new ReadyTab(page, script, served);
    } catch (error) {
      await page.close().catch(() => undefined);
      throw error;
    }
  }

  /** Whether a document can be put here: all it refers to but pictures is what has been loaded. */
  fits(resources: ReadonlyMap<string, Resource>): boolean {
    if (this.page.isClosed()) return false;
    const loaded = [...this.#resources].filter(isLoadedOnce);
    const wanted = [...resources].filter(isLoadedOnce);
    return (
      loaded.length === wanted.length &&
      wanted.every(([path, { bytes }]) => {
        const known = this.#resources.get(path)?.bytes;
        return path === '/' ? frameOf(bytes) === frameOf(known) : isSame(bytes, known);
      })
    );
  }

  /** Puts a document that fits into the place of the one that lies here, and waits for its pictures. */
  async show(resources: ReadonlyMap<string, Resource>): Promise<void> {
    this.#resources.clear();
    for (const [path, resource] of resources) this.#resources.set(path, resource);
    await this.page.evaluate(
      async (html) => {
        document.body.replaceWith(
          document.adoptNode(new DOMParser().parseFromString(html, 'text/html').body),
        );
        await Promise.allSettled(Array.from(document.images, (image) => image.decode()));
      },
      String(resources.get('/')?.bytes),
    );
  }

  async close(): Promise<void> {
    await this.page.close().catch(() => undefined);
  }
}

/**
 * Opens a document in a tab.
 *
 * @param onFault called where a file cannot be read any more
 * @returns the script that paginates it
 */
export async function openDocument(
  page: Page,
  resources: ReadonlyMap<string, Resource>,
  onFault: Parameters<typeof serve>[2],
): Promise<JSHandle<PaginationScript>> {
  await Promise.all([serve(page, resources, onFault), ignorePointer(page)]);
  await page.goto(`${origin}/`, { waitUntil: 'load', timeout: 0 });
  return runScript<PaginationScript>(page, paginationScript);
}

/**
 * Has the page take no notice of a pointer: Chrome moves one over each new page, which asks what lies there, and so
 * lays out for a screen what has come of the book.
 */
async function ignorePointer(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Input.setIgnoreInputEvents', { ignore: true });
}

/** Pictures are loaded for each document. */
function isLoadedOnce([, { mediaType }]: readonly [string, Resource]): boolean {
  return !mediaType.startsWith('image/');
}

/** What stands around the text of a document. */
function frameOf(html: Resource['bytes'] | undefined): string | undefined {
  if (typeof html !== 'string') return undefined;
  return html.slice(0, html.indexOf('<body')) + html.slice(html.lastIndexOf('</body>'));
}

function isSame(one: Resource['bytes'], other: Resource['bytes'] | undefined): boolean {
  if (one === other) return true;
  if (typeof one === 'string' || typeof other === 'string' || other === undefined) return false;
  return !isStored(one) && !isStored(other) && Buffer.compare(one, other) === 0;
}
