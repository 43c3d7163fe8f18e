import type { Browser, JSHandle, Page } from 'puppeteer-core';
import paginationScript from '#in-page/pagination';
import { isStored } from '../../../book/bytes.ts';
import { runScript } from '../../page-script.ts';
import { origin, serve, type Resource } from '../../page-server.ts';
import type { PaginationScript } from '../page/pagination-script.ts';
import { tabOf } from './tabs.ts';

/** So many documents are shown in one tab at most: each leaves some two megabytes behind. */
const most = 40;

/**
 * A tab that is kept for one print after the other. A document that differs from the last one in its text and its pictures
 * alone is put into its place, with styles and fonts that have loaded and code that is warm; for any other the tab is
 * opened anew.
 */
export class KeptTab {
  #page: Page | undefined;
  /** Once a document has been opened. */
  #open: OpenTab | undefined;
  #shown = 0;
  #onFault: OnFault = () => undefined;

  /**
   * The tab in which a document can be shown.
   *
   * @param resources everything the document refers to, by path; `/` is the document
   * @throws where the browser fails
   */
  async take(browser: Browser, resources: ReadonlyMap<string, Resource>): Promise<Page> {
    const kept = this.#page;
    const isOfUse = this.#open !== undefined && this.#shown < most && fits(resources, this.#open.resources);
    if (kept !== undefined && isOfUse && !kept.isClosed() && kept.browser() === browser) return kept;
    await this.close();
    this.#page = await tabOf(browser);
    return this.#page;
  }

  /**
   * Shows a document in the tab that was taken for it.
   *
   * @param onFault called where a file cannot be read any more
   * @returns the script that paginates it
   */
  async show(
    page: Page,
    resources: ReadonlyMap<string, Resource>,
    onFault: OnFault,
  ): Promise<JSHandle<PaginationScript>> {
    this.#onFault = onFault;
    this.#shown++;
    if (this.#open !== undefined) {
      await replace(page, this.#open, resources);
      return this.#open.script;
    }
    const served = new Map(resources);
    const script = await openDocument(page, served, (fault) => this.#onFault(fault));
    const heads = await page.evaluate(() => document.head.childElementCount);
    this.#open = { script, resources: served, heads };
    return script;
  }

  async close(): Promise<void> {
    const page = this.#page;
    this.#page = undefined;
    this.#open = undefined;
    this.#shown = 0;
    await page?.close().catch(() => undefined);
  }
}

/** What is known of a tab with a document. */
interface OpenTab {
  readonly script: JSHandle<PaginationScript>;
  /** What the document is served. */
  readonly resources: Map<string, Resource>;
  /** How many elements its head had before it was printed. */
  readonly heads: number;
}

type OnFault = Parameters<typeof serve>[2];

/** Whether all that a document refers to but pictures is what has been loaded. */
function fits(wanted: ReadonlyMap<string, Resource>, loaded: ReadonlyMap<string, Resource>): boolean {
  const all = [...wanted].filter(isLoadedOnce);
  return (
    all.length === [...loaded].filter(isLoadedOnce).length &&
    all.every(([path, { bytes }]) => {
      const known = loaded.get(path)?.bytes;
      return path === '/' ? frameOf(bytes) === frameOf(known) : isSame(bytes, known);
    })
  );
}

/** Puts a document that fits into the place of the one in a tab, and waits for its pictures. */
async function replace(
  page: Page,
  { resources, heads }: OpenTab,
  by: ReadonlyMap<string, Resource>,
): Promise<void> {
  resources.clear();
  for (const [path, resource] of by) resources.set(path, resource);
  await page.evaluate(
    async (html, count) => {
      while (document.head.childElementCount > count) document.head.lastElementChild?.remove();
      const { body } = new DOMParser().parseFromString(html, 'text/html');
      document.body.replaceWith(document.adoptNode(body));
      await Promise.allSettled(Array.from(document.images, (image) => image.decode()));
    },
    textOf(by.get('/')?.bytes),
    heads,
  );
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
  onFault: OnFault,
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

function textOf(html: Resource['bytes'] | undefined): string {
  return typeof html === 'string' ? html : '';
}

/** What stands around the text of a document. */
function frameOf(bytes: Resource['bytes'] | undefined): string {
  const html = textOf(bytes);
  return html.slice(0, html.indexOf('<body')) + html.slice(html.lastIndexOf('</body>'));
}

function isSame(one: Resource['bytes'], other: Resource['bytes'] | undefined): boolean {
  if (one === other) return true;
  if (typeof one === 'string' || typeof other === 'string' || other === undefined) return false;
  return !isStored(one) && !isStored(other) && Buffer.compare(one, other) === 0;
}
