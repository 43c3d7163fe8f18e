import { textLength, undividedElements, type PageStart } from '../../pdf/page/pagination.ts';
import { pageAt, pageAtHeight } from '../layout/page-at.ts';
import { ownerOf, ownTexts } from './own-texts.ts';

/** What stands on a page without being text of the book there: put in by print, or out of the order of reading. */
const passedOver =
  '.foot, .foot-break, .blank-page, .spare-pages, .index-continued, .note-number, .floated, [hidden]';

/**
 * Where the pages of the layout begin, in their order: the first text of each, or the picture, formula or rule
 * that stands before it. Notes at the foot begin a page that has nothing else.
 *
 * Only what reaches down to a page whose beginning is not known yet is looked at closely.
 *
 * @param tops where each page begins, in CSS pixels, ascending
 */
export function pageStarts(tops: ReadonlyArray<number>): PageStart[] {
  if (document.querySelector('[data-spot]') === null) return [];
  const finder = new StartFinder(tops);
  finder.visit(document.body);
  finder.visitRest([...document.querySelectorAll('.foot, .floated')]);
  const heads = headsOf(tops);
  return finder.starts
    .map((start) => {
      const below = heads.get(start.page);
      return below === undefined ? start : { ...start, below };
    })
    .toSorted((a, b) => a.page - b.page);
}

/** How far down figures and tables reach that float at the heads of pages, in CSS pixels, by the indexes of pages. */
function headsOf(tops: ReadonlyArray<number>): Map<number, number> {
  const heads = new Map<number, number>();
  for (const element of document.querySelectorAll('.floated')) {
    const rect = element.getBoundingClientRect();
    const page = pageAt(tops, rect);
    heads.set(page, Math.max(heads.get(page) ?? 0, rect.bottom - (tops[page] ?? 0)));
  }
  return heads;
}

class StartFinder {
  readonly starts: PageStart[] = [];
  readonly #tops: ReadonlyArray<number>;
  readonly #range = document.createRange();
  /** The last page whose beginning is known. */
  #page = -1;

  constructor(tops: ReadonlyArray<number>) {
    this.#tops = tops;
  }

  /** Finds the pages that begin in an element. */
  visit(element: Element): void {
    if (element.matches(passedOver)) return;
    const rect = element.getBoundingClientRect();
    if (rect.height > 0 && pageAtHeight(this.#tops, rect.bottom) <= this.#page) return;
    if (undividedElements.has(element.localName)) {
      const page = pageAt(this.#tops, rect);
      const spot = spotOf(element);
      if (rect.height > 0 && page > this.#page && spot !== undefined) this.#found({ page, spot, before: 0 });
      return;
    }
    for (const child of element.childNodes) {
      if (child instanceof Text) this.#visitText(child);
      else if (child instanceof Element) this.visit(child);
    }
  }

  /** Finds the beginnings of pages that have nothing but notes at their foot. */
  visitRest(feet: ReadonlyArray<Element>): void {
    const known = new Set(this.starts.map(({ page }) => page));
    for (const foot of feet) {
      const page = pageAt(this.#tops, foot.getBoundingClientRect());
      if (known.has(page)) continue;
      known.add(page);
      this.#page = page - 1;
      for (const child of foot.children) if (this.#page < page) this.visit(child);
    }
  }

  #visitText(node: Text): void {
    if (/^\s*$/.test(node.data)) return;
    this.#range.selectNodeContents(node);
    const rects = this.#range.getClientRects();
    const [first, last] = [rects[0], rects[rects.length - 1]];
    if (first === undefined || last === undefined) return;
    // What Chrome repeats on further pages begins none.
    const end = pageAt(this.#tops, node.parentElement?.closest('thead') ? first : last);
    if (end <= this.#page) return;
    const owner = ownerOf(node);
    const spot = owner === undefined ? undefined : spotOf(owner);
    if (owner === undefined || spot === undefined) return;
    const begin = pageAt(this.#tops, first);
    for (let page = Math.max(this.#page + 1, begin); page <= end; page++) {
      const at = page === begin ? 0 : this.#firstOn(node, page, end);
      if (at !== undefined) this.#found({ page, spot, ...placeIn(owner, node, at) });
    }
  }

  /** The first character that stands on a page; undefined where none does. */
  #firstOn(node: Text, page: number, end: number): number | undefined {
    const pageOf = (index: number): number => {
      for (let at = index; at < node.length; at++) {
        this.#range.setStart(node, at);
        this.#range.setEnd(node, at + 1);
        // What begins a line also has a rectangle without width at the end of the line before.
        const rect = [...this.#range.getClientRects()].at(-1);
        if (rect !== undefined) return pageAt(this.#tops, rect);
      }
      return end;
    };
    let [low, high] = [0, node.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pageOf(middle) >= page) high = middle;
      else low = middle + 1;
    }
    return pageOf(low) === page ? low : undefined;
  }

  #found(start: PageStart): void {
    this.starts.push(start);
    this.#page = start.page;
  }
}

function spotOf(element: Element): number | undefined {
  const spot = element.getAttribute('data-spot');
  return spot === null ? undefined : Number(spot);
}

/** How much of its owner's own text stands before a character, and whether the line before ends within its word. */
function placeIn(owner: Element, node: Text, at: number): Pick<PageStart, 'before' | 'divided'> {
  let text = '';
  for (const each of ownTexts(owner)) {
    if (each === node) break;
    text += each.data;
  }
  text += node.data.slice(0, at);
  return { before: textLength(text), ...(/[\p{L}\p{M}][\u00AD\u2010]$/u.test(text) && { divided: true }) };
}
