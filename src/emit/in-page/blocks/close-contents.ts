import type { Layout } from '../layout/layout.ts';
import { contentsBreaks, type ContentsLine } from './contents-breaks.ts';

/** The least of its line that an entry of the contents is left where they are set closer. */
const closest = 0.86;

/** Contents that are set closer where a few of their lines would take a page of their own, and divided well where not. */
export interface CloseContents {
  /** Measures them; the function that is returned changes them. */
  readonly find: (layout: Pick<Layout, 'pageOf'>) => () => void;
  /** Whether they stay as they are. */
  readonly settled: () => boolean;
}

/** The contents of the book in the document. */
export function closeContents(): CloseContents {
  const lists = [...document.querySelectorAll<HTMLElement>('section.toc > ol.contents')].map(
    (list) => new ContentsList(list),
  );
  let changed = false;
  return {
    find: (layout) => {
      const changes = lists.map((list) => list.find(layout));
      return () => {
        for (const change of changes) change?.();
        changed = changes.some((change) => change !== undefined);
      };
    },
    settled: () => !changed,
  };
}

/** What has been tried with a list: nothing, to set it closer, to take that back, to divide it; or all is tried. */
type Stage = 'fresh' | 'closer' | 'as it was' | 'divided' | 'decided';

/** The entries of the contents: set closer once, as they were where that did not help, then divided. */
class ContentsList {
  readonly #list: HTMLElement;
  readonly #header: HTMLElement | null | undefined;
  readonly #entries: ReadonlyArray<HTMLElement>;
  #stage: Stage;
  /** How often pages turned within it before what was tried last. */
  #turnsBefore = 0;

  constructor(list: HTMLElement) {
    this.#list = list;
    this.#header = list.parentElement?.querySelector<HTMLElement>('header.opening');
    this.#entries = [...list.querySelectorAll<HTMLElement>('.entry')];
    this.#stage = this.#entries.length === 0 ? 'decided' : 'fresh';
  }

  /** What changes it; undefined where nothing does. */
  find({ pageOf }: Pick<Layout, 'pageOf'>): (() => void) | undefined {
    if (this.#stage === 'decided') return undefined;
    const pages = this.#entries.map((entry) => pageOf(entry));
    const turns = (pages.at(-1) ?? 0) - (pages[0] ?? 0);
    const helped = turns < this.#turnsBefore;
    if (this.#stage === 'fresh' && turns > 0) {
      const closer = this.#findCloser(pages);
      if (closer !== undefined) return this.#try('closer', turns, closer);
    }
    if (this.#stage === 'closer' && !helped) return this.#try('as it was', turns, () => this.#set('', ''));
    if (this.#stage === 'divided') {
      const hurt = turns > this.#turnsBefore;
      this.#stage = 'decided';
      return hurt ? () => this.#divide([]) : undefined;
    }
    const breaks = turns === 0 ? [] : contentsBreaks(this.#linesOn(pages));
    if (breaks.length > 0) return this.#try('divided', turns, () => this.#divide(breaks));
    this.#stage = 'decided';
    return undefined;
  }

  #try(stage: Stage, turns: number, change: () => void): () => void {
    this.#stage = stage;
    this.#turnsBefore = turns;
    return change;
  }

  /** What sets them so much closer that they take a page less; undefined where that would be too close. */
  #findCloser(pages: ReadonlyArray<number>): (() => void) | undefined {
    const last = pages.at(-1);
    const heights = this.#entries.map((entry) => entry.getBoundingClientRect().height);
    const whole = heights.reduce((sum, height) => sum + height, 0);
    const spilled = heights.reduce((sum, height, index) => (pages[index] === last ? sum + height : sum), 0);
    // The heading stands higher too.
    const drop = this.#header ? Number.parseFloat(getComputedStyle(this.#header).paddingTop) / 2 : 0;
    const share = (whole - spilled + drop) / whole;
    if (share < closest) return undefined;
    const line = Number.parseFloat(getComputedStyle(this.#list).lineHeight);
    const closer = Math.min(1, Math.max(closest, share - 0.015));
    return () => this.#set(`${Math.floor(100 * line * closer) / 100}px`, `${drop}px`);
  }

  #set(line: string, drop: string): void {
    this.#list.style.setProperty('--line', line);
    this.#list.style.lineHeight = line;
    if (this.#header) this.#header.style.paddingTop = drop;
  }

  #linesOn(pages: ReadonlyArray<number>): ContentsLine[] {
    const rects = this.#entries.map((entry) => entry.getBoundingClientRect());
    return this.#entries.map((entry, index) => {
      const page = pages[index] ?? 0;
      const [rect, next] = [rects[index], rects[index + 1]];
      const isFollowed = page === pages[index + 1] && rect !== undefined && next !== undefined;
      const height = isFollowed ? next.top - rect.top : (rect?.height ?? 0);
      return { page, height, begins: beginOf(entry) };
    });
  }

  /** Has pages begin with these entries alone. */
  #divide(breaks: ReadonlyArray<number>): void {
    this.#entries.forEach((entry, index) => {
      const item = entry.closest('li');
      const begins = breaks.includes(index);
      if (item !== null) item.style.breakBefore = begins ? 'page' : '';
      // Below a page end that was asked for margins would stay.
      entry.style.marginTop = begins ? '0' : '';
    });
  }
}

/** A heading is a section, and what is not within a part begins what a part begins. */
function beginOf(entry: HTMLElement): ContentsLine['begins'] {
  const item = entry.closest('li');
  if (item?.matches('.toc-heading') === true) return 'section';
  return item?.parentElement?.closest('li.toc-part') ? 'chapter' : 'part';
}
