import { AsyncResource } from 'node:async_hooks';
import { setTimeout } from 'node:timers/promises';
import type { Browser, BrowserContext, JSHandle, Page } from 'puppeteer-core';
import type { Bytes } from '../../book/bytes.ts';
import { EnvironmentError, RefusedFontsError } from '../../book/errors.ts';
import type { Limits } from '../../book/limits.ts';
import { ByteSink } from '../../machine/bytes/byte-sink.ts';
import { budgetFor, Leash } from '../leash.ts';
import type { Resource } from '../page-server.ts';
import { brokenOff } from './browser/lack-of.ts';
import { openDocument, type KeptTab } from './browser/kept-tab.ts';
import { tabOf } from './browser/tabs.ts';
import type { Hyphenation, Pagination, PaginationScript } from './page/pagination-script.ts';
import {
  announcement,
  widerThanPages,
  type PaginationOptions,
  type PaginationResult,
} from './page/pagination.ts';

export interface Print {
  /**
   * Behind the pages of the book come spare ones, which are no part of it. Absent where nothing was painted:
   * something overflowed, or the layout was not accepted.
   */
  readonly pdf?: Bytes;
  readonly pagination: PaginationResult;
}

/** What else may be done while Chrome works. */
export interface Waits {
  /** The book is being laid out and painted: most of the time. */
  readonly onPrint?: () => void;
  /** The pages are what they will be, and are being painted; called once at most, and not for every print. */
  readonly onLaidOut?: (pagination: PaginationResult) => void;
  /** Chrome has painted it: its editions are being finished. */
  readonly onPainted?: () => void;
}

/** What is known of a book besides its document. */
export interface Knowledge {
  /** Where its words may be divided: asked for when the page has loaded. Without it lines end between words. */
  readonly hyphenation?: () => Promise<Hyphenation>;
  /** Whether the pages are painted, which they are by default, and not laid out alone. */
  readonly isPainted?: boolean;
  /** Whether the print is tagged, which it is by default: what is only looked at need not be. */
  readonly isTagged?: boolean;
  /** The folder for what would fill the memory; without one all stays in memory. */
  readonly scratch?: string | undefined;
  /** How much time each step has; by default as much as usual. */
  readonly limits?: Limits | undefined;
  /** Where it is printed, and what comes after it; without one in a tab of its own. */
  readonly tab?: KeptTab | undefined;
}

/**
 * Prints an HTML document, laid out and filled with its page numbers in the same print.
 *
 * @param resources everything the document refers to, by path (`/style.css`); `/` is the document
 * @param waits called when the print has begun and there is time for other work
 * @throws EnvironmentError where the browser fails or does not support the technique
 */
export async function print(
  browser: Browser,
  resources: ReadonlyMap<string, Resource>,
  options: PaginationOptions,
  waits: Waits = {},
  knowledge: Knowledge = {},
): Promise<Print> {
  const { tab } = knowledge;
  const crash = new Crash(browser);
  let isSound = false;
  let page: Page | undefined;
  let context: BrowserContext | undefined;
  const leash = new Leash(browser, resources, budgetFor(resources, knowledge.limits));
  leash.step('opening the book');
  try {
    if (hasStandIns(resources)) context = await browser.createBrowserContext();
    const opening = tab?.take(browser, resources) ?? context?.newPage() ?? tabOf(browser);
    page = await Promise.race([opening, leash.broken]);
    const printed = printPagination(page, resources, options, waits, knowledge, leash);
    const made = await Promise.race([printed, leash.broken, crash.of(page)]);
    isSound = true;
    return made;
  } catch (error) {
    if (error instanceof EnvironmentError) throw error;
    throw await brokenOff(error, hintOn(resources));
  } finally {
    leash.end();
    crash.end();
    const opened = tab ?? context ?? page;
    // The tab of a crashed renderer may never answer.
    if (opened !== undefined && !(tab !== undefined && isSound))
      await Promise.race([
        opened.close().catch(() => undefined),
        setTimeout(1000, undefined, { ref: false }),
      ]);
  }
}

/** Whether its pages must share nothing with others: Chrome would show a picture there that it has loaded here. */
function hasStandIns(resources: ReadonlyMap<string, Resource>): boolean {
  return [...resources.values()].some(({ standIn }) => standIn !== undefined);
}

/** What Chrome prints at most, in bytes: pictures stand in a print as they are. */
const largestPrint = 2 ** 31;

/** What may help where printing failed. */
function hintOn(resources: ReadonlyMap<string, Resource>): string {
  const sent = [...resources.values()].filter(({ standIn }) => standIn === undefined);
  const total = sent.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return total < largestPrint
    ? 'Run the build again; if it fails again, see `colophon doctor` and try another browser with --browser.'
    : `The pictures come to ${(total / 1e9).toFixed(1)} GB, and Chrome prints no more than 2: make them smaller, or build the EPUB alone.`;
}

/**
 * How often a book is printed at most: again where it was laid out too wide, or spare pages did not suffice; in the
 * last of them nothing is improved any more.
 */
const mostPrints = 7;

async function printPagination(
  page: Page,
  resources: ReadonlyMap<string, Resource>,
  options: PaginationOptions,
  waits: Waits,
  { hyphenation = async () => ({}), isPainted = true, isTagged = true, scratch, tab }: Knowledge,
  leash: Leash,
): Promise<Print> {
  const onFault = (fault: EnvironmentError): void => leash.break(fault);
  const script = await (tab?.show(page, resources, onFault) ?? openDocument(page, resources, onFault));
  // Not before: the browser gets a long document piece by piece, and waits where this thread is at work.
  const hyphenating = hyphenation();
  // An error is met where it is waited for, below.
  hyphenating.catch(() => undefined);
  const handle = await paginationOf(script, options, hyphenating);
  const { onLaidOut } = waits;
  if (onLaidOut !== undefined && !hasStandIns(resources)) await hearOf(page, onLaidOut);
  for (let prints = 0; prints < mostPrints; prints++) {
    leash.step('printing the pages');
    const printing = paint(page, scratch, { isPainted, isTagged });
    if (prints === 0) waits.onPrint?.();
    const pdf = await printing;
    const pagination = await paginated(handle);
    if (pagination.state !== 'unfinished' && tab !== undefined) await handle.evaluate((it) => it.end());
    if (pagination.state === 'refused') return { pagination };
    if (pagination.state === 'painted') {
      waits.onPainted?.();
      return isPainted ? { pdf, pagination } : { pagination };
    }
  }
  throw failure('The page numbers did not settle: each change moved the pages again');
}

/** What paginates the page in every print from now on. */
async function paginationOf(
  script: JSHandle<PaginationScript>,
  options: PaginationOptions,
  hyphenating: Promise<Hyphenation>,
): Promise<JSHandle<Pagination>> {
  const unloaded = await script.evaluate((it) => it.load());
  if (unloaded.length > 0) throw new RefusedFontsError(unloaded);
  const prepared = await script.evaluateHandle((it, given) => it.prepare(given), options);
  return prepared.evaluateHandle((it, points) => it.paginate(points), await hyphenating);
}

/** Tells as soon as a tab or the browser dies: the protocol alone would wait for its timeout. */
class Crash {
  readonly #browser: Browser;
  readonly #dies = (error: Error): void => this.#tell(error);
  readonly #stops = (): void => this.#tell(new Error('it has stopped'));
  #page: Page | undefined;
  #tell: (error: Error) => void = () => undefined;

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** Fails when it dies. */
  of(page: Page): Promise<never> {
    this.#page = page;
    return new Promise((_, reject) => {
      this.#tell = reject;
      page.on('error', this.#dies);
      this.#browser.on('disconnected', this.#stops);
    });
  }

  /** Listens no longer. */
  end(): void {
    this.#page?.off('error', this.#dies);
    this.#browser.off('disconnected', this.#stops);
  }
}

const settings = {
  preferCSSPageSize: true,
  printBackground: true,
  outline: false,
  tagged: true,
  timeout: 0,
  // They have loaded: to ask again would keep Chrome waiting while this thread goes about other work.
  waitForFonts: false,
} as const;

/** The whole book, as Chrome hands it over: of photographs it would fill the memory; or its first page alone. */
async function paint(
  page: Page,
  scratch: string | undefined,
  { isPainted, isTagged }: { readonly isPainted: boolean; readonly isTagged: boolean },
): Promise<Bytes> {
  const pdf = new ByteSink(scratch);
  // All pages are laid out in any case.
  const range = isPainted ? { tagged: isTagged } : { pageRanges: '1', tagged: false };
  for await (const part of await page.createPDFStream({ ...settings, ...range })) await pdf.add(part);
  return pdf.end();
}

/** Hears of the layout of the pages while they are being painted, when the page answers no questions. */
async function hearOf(page: Page, onLaidOut: (pagination: PaginationResult) => void): Promise<void> {
  // A browser may have been started for another book.
  const tell = AsyncResource.bind(onLaidOut);
  const session = await page.createCDPSession();
  await session.send('Runtime.addBinding', { name: announcement });
  session.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name === announcement) tell(JSON.parse(payload) as PaginationResult);
  });
}

async function paginated(pagination: JSHandle<Pagination>): Promise<PaginationResult> {
  const { result, error } = await pagination.evaluate((it) => it.takeOutcome());
  if (error?.includes(widerThanPages) === true)
    throw failure('The browser lays the book out wider than its pages, and names nothing that is', onStyles);
  if (error !== undefined) throw failure(`The pages could not be measured: ${error}`);
  if (result === undefined) throw failure('This browser does not let a page measure its print layout');
  return result;
}

const onBrowser = 'Use the pinned browser: leave out --browser and PUPPETEER_EXECUTABLE_PATH.';
const onStyles =
  'Grids or columns that do not fit are the usual reason: leave out theme.css, then parts of it in turn.';

function failure(reason: string, hint = onBrowser): EnvironmentError {
  return new EnvironmentError(reason, hint);
}
