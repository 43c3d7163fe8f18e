import { mkdir, readFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HTTPRequest, Page } from 'puppeteer-core';
import { sharedBrowser } from './shared-browser.ts';

/** How a reader has set the page. */
export interface Reading {
  /** In CSS pixels. */
  readonly width: number;
  /** Of the type, in per cent of the usual. */
  readonly size: number;
  readonly light: 'light' | 'sepia' | 'dark';
}

/** What of a text stands outside of its page and is not scrolled to. */
export interface Cut {
  readonly section: number;
  readonly word: string;
}

const papers = {
  light: ['#000', '#fff'],
  sepia: ['#5b4636', '#f1e8d0'],
  dark: ['#ddd', '#1c1c1c'],
} as const;

const origin = 'http://reader.invalid';
const engine = dirname(fileURLToPath(import.meta.resolve('foliate-js/view.js')));
const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };

/** The page that shows a book in foliate-js, and hands its view over by `reader`. */
const shell = `<!doctype html><meta charset="utf-8"><style>
html, body { margin: 0; height: 100% }
foliate-view { display: block; width: 100vw; height: 100vh }
</style><body><script type="module">
import './engine/view.js';
const view = document.createElement('foliate-view');
document.body.append(view);
await view.open(new File([await (await fetch('book')).blob()], 'book.epub', { type: 'application/epub+zip' }));
view.renderer.setAttribute('max-column-count', '1');
view.renderer.setAttribute('gap', '6%');
globalThis.reader = () => view;
</script>`;

/**
 * A book in a real reading engine (foliate-js) and a real browser, which reaches nothing but both.
 *
 * @param epub the whole file
 */
export async function openInReader(epub: Uint8Array) {
  const { browser } = await sharedBrowser();
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => void answer(request, epub));
  return {
    /** What is cut off in any section, at the beginning of a text; pictures go to a folder where one is given. */
    async cuts(reading: Reading, pictures?: string): Promise<Cut[]> {
      const sections = await show(page, reading);
      const cuts: Cut[] = [];
      for (let section = 0; section < sections; section++) {
        await page.evaluate((at) => reader().goTo(at), section);
        cuts.push(...(await page.evaluate(findCuts)).map((word) => ({ section, word })));
        if (pictures !== undefined) await picture(page, reading, section, pictures);
      }
      return cuts;
    },
    /** A value from each content document of a section, as it is shown. */
    async inSection<Value>(
      reading: Reading,
      section: number,
      read: (shown: Document) => Value,
    ): Promise<Value> {
      await show(page, reading);
      await page.evaluate((at) => reader().goTo(at), section);
      const shown = await page.evaluateHandle(() => reader().renderer.getContents()[0]!.doc);
      return page.evaluate(read, shown);
    },
    close: () => page.close(),
  };
}

async function answer(request: HTTPRequest, epub: Uint8Array): Promise<void> {
  const { pathname, protocol } = new URL(request.url());
  if (protocol === 'blob:' || protocol === 'data:') return request.continue();
  if (pathname === '/') return request.respond({ contentType: 'text/html', body: shell });
  if (pathname === '/book') return request.respond({ body: epub });
  const body = await readFile(join(engine, pathname.replace('/engine/', ''))).catch(() => undefined);
  if (body === undefined) return request.respond({ status: 404 });
  return request.respond({ contentType: types[extname(pathname)] ?? 'text/plain', body });
}

/** Opens the book anew; the number of its sections. */
async function show(page: Page, { width, size, light }: Reading): Promise<number> {
  const [ink, paper] = papers[light];
  await page.setViewport({ width, height: 720 });
  await page.goto(`${origin}/`);
  await page.waitForFunction(() => 'reader' in globalThis);
  return page.evaluate((styles) => {
    reader().renderer.setStyles(styles);
    return reader().book.sections.length;
  }, `html { color: ${ink}; background: ${paper}; font-size: ${size}% }`);
}

async function picture(page: Page, { width, size, light }: Reading, section: number, folder: string) {
  await mkdir(folder, { recursive: true });
  await page.screenshot({
    path: join(folder, `${section}-${width}-${size}-${light}.png`),
  });
}

/** What is used of `foliate-view`. */
interface View {
  readonly book: { readonly sections: ReadonlyArray<unknown> };
  readonly renderer: {
    /** Of a page, in pixels. */
    readonly size: number;
    readonly setStyles: (css: string) => void;
    readonly getContents: () => ReadonlyArray<{ readonly doc: Document }>;
  };
  readonly goTo: (section: number) => Promise<unknown>;
}

/** Words and pictures that reach over the edge of their page. Runs in the page, so it knows nothing else. */
function findCuts(): string[] {
  const { renderer } = reader();
  const [{ doc } = { doc: document }] = renderer.getContents();
  const { size } = renderer;
  const styleOf = (element: Element) => doc.defaultView!.getComputedStyle(element);
  const scrolls = (element: Element | null): boolean =>
    element !== null &&
    element !== doc.body &&
    (/auto|scroll/.test(styleOf(element).overflowX) || scrolls(element.parentElement));
  const isCut = ({ left, right, width }: DOMRect): boolean =>
    width > 0 && right > (Math.floor((left + 1) / size) + 1) * size + 1;
  const { innerHeight } = doc.defaultView!;
  const cuts: string[] = [];
  // No engine divides what scrolls between pages: what is higher than one is lost.
  for (const element of doc.body.querySelectorAll('*'))
    if (
      /auto|scroll/.test(styleOf(element).overflowX) &&
      element.getBoundingClientRect().height > innerHeight
    )
      cuts.push(`the end of <${element.localName}>`);
  const texts = doc.createTreeWalker(doc.body, 4);
  const range = doc.createRange();
  for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null) {
    const parent = text.parentElement;
    if (parent === null || parent.closest('annotation, title') !== null || scrolls(parent)) continue;
    for (const { 0: word, index } of text.data.matchAll(/\S+/g)) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      if ([...range.getClientRects()].some(isCut)) cuts.push(word);
    }
  }
  for (const image of doc.querySelectorAll('img, svg, audio, video'))
    if (isCut(image.getBoundingClientRect()) && !scrolls(image)) cuts.push(`<${image.localName}>`);
  return cuts;
}

declare global {
  /** In the page of the reader. */
  function reader(): View;
}
