import type { FlowItem } from './flow.ts';
import { outside } from './outside.ts';
import { joinText, splitText } from './split-texts.ts';
import type { TextPlace, TextPlaces } from './text-places.ts';

/** What ends a page, and can be taken out again. */
export interface PageBreak {
  readonly takeBack: () => void;
}

/** Lengths in CSS pixels. */
export interface PageEnd {
  /** What is free on the page below the item. */
  readonly room: number;
  /** The heights of pages that come between, on which notes stand alone. */
  readonly pagesBetween: ReadonlyArray<number>;
  /** What is left free at the head of the next page. */
  readonly head: number;
}

/** So much is left free below, in CSS pixels: no line has room in it. */
const spare = 2;

/** Where texts have gone that were once divided. */
const joined = new WeakMap<Text, { readonly node: Text; readonly at: number }>();

/**
 * Prepares what ends a page behind an item: between blocks, or in a line. Everything is read before the function
 * returned changes anything; in between earlier breaks may be taken back.
 *
 * @param next what the next page begins with
 * @returns undefined where a page cannot end there, or ends without
 */
export function preparePageBreak(
  item: FlowItem,
  next: FlowItem,
  { room, pagesBetween, head }: PageEnd,
  places: TextPlaces,
): (() => PageBreak) | undefined {
  if (item.endsPage === true)
    return pagesBetween.length === 0 ? undefined : () => pagesBehind(item, next, pagesBetween.length);
  if (next.block !== item.block) {
    const indent = indentOf(next.block, item.block);
    return () => breakBetween(item.block, next.block, { room, pages: pagesBetween.length, head, indent });
  }
  const place = places.insideLine(item.block, item.top, item.bottom);
  if (place === undefined) return undefined;
  return () => {
    let { node, at } = place;
    for (let to = joined.get(node); to !== undefined; to = joined.get(node)) {
      at += to.at;
      node = to.node;
    }
    const height = pagesBetween.reduce((sum, page) => sum + page, room) - spare;
    return breakInLine(item.block, { node, at }, [height, ...(head > 0 ? [head] : [])]);
  };
}

/** In how many places paragraphs are divided between pages. */
const divided = new WeakMap<Element, number>();

function countDivision(block: HTMLElement, difference: 1 | -1): void {
  const count = (divided.get(block) ?? 0) + difference;
  divided.set(block, count);
  block.classList.toggle('divided', count > 0);
}

function join(before: Text, after: Text): void {
  joined.set(after, { node: before, at: before.data.length });
  joinText(before, after);
}

/**
 * A float has no room beside the text of its line, so it stands below; what is left free at the head of the next page
 * is another, which has none below that.
 */
function breakInLine(block: HTMLElement, { node, at }: TextPlace, heights: ReadonlyArray<number>): PageBreak {
  const rest = splitText(node, at);
  const floats = heights.map((height) => {
    const float = breakElement('span');
    float.style.cssText = `display: block; float: inline-start; width: 100%; height: ${Math.max(0, height)}px`;
    return float;
  });
  for (const { style } of floats.slice(1)) style.breakInside = 'avoid';
  rest.before(...floats);
  countDivision(block, 1);
  return {
    takeBack: () => {
      const [before, after] = [floats[0]?.previousSibling, floats.at(-1)?.nextSibling];
      for (const float of floats) float.remove();
      if (before instanceof Text && after instanceof Text) join(before, after);
      countDivision(block, -1);
    },
  };
}

/** What is free on the page that ends, how many come between, and what is left free at the head of the next. */
interface BlockBreak {
  readonly room: number;
  readonly pages: number;
  readonly head: number;
  /** That of the paragraph below, which stylesheets may give it for what it stands behind; absent: it is none. */
  readonly indent: string | undefined;
}

function indentOf(block: HTMLElement, before: HTMLElement): string | undefined {
  const isItself = block.localName === 'p' && block.parentElement?.contains(before) === true;
  return isItself ? getComputedStyle(block).textIndent : undefined;
}

/** Ends a page between rows, or between blocks. */
function breakBetween(
  before: HTMLElement,
  after: HTMLElement,
  { room, pages, head, indent }: BlockBreak,
): PageBreak {
  const following = outside(after, before);
  const below = following.at(-1) ?? after;
  const isRow = below.tagName === 'TR';
  const isForced = !isRow && following.some(isContained);
  const margins =
    isForced || head > 0 ? following.map((element) => [element, element.style.marginTop] as const) : [];
  const between = [
    ...Array.from({ length: pages }, () => emptyPage()),
    ...(head > 0 ? [freeHead(head)] : []),
  ];
  const element = isRow ? rowAsHigh(room) : breakElement('div');
  // A margin that has no room on its page goes no further than the page does (CSS Fragmentation 3, 5.2).
  if (isForced) element.style.breakAfter = 'page';
  else if (!isRow) element.style.marginBottom = '100000px';
  for (const [each] of margins) each.style.marginTop = '0';
  const ownIndent = after.style.textIndent;
  if (indent !== undefined) after.style.textIndent = indent;
  below.before(element, ...between);
  return {
    takeBack: () => {
      for (const each of [element, ...between]) each.remove();
      for (const [each, margin] of margins) each.style.marginTop = margin;
      if (indent !== undefined) after.style.textIndent = ownIndent;
    },
  };
}

/** Pages between two blocks that have a page break between them. */
function pagesBehind(item: FlowItem, next: FlowItem, pages: number): PageBreak {
  const below = outside(next.block, item.block).at(-1) ?? next.block;
  const between = Array.from({ length: pages }, () => {
    const element = breakElement('div');
    element.style.cssText = 'break-before: page; break-after: page; height: 1px';
    return element;
  });
  below.before(...between);
  return {
    takeBack: () => {
      for (const each of between) each.remove();
    },
  };
}

/** Whether an element holds its margins in: those before it Chrome does not cut off at the end of a page. */
function isContained(element: HTMLElement): boolean {
  const { display, overflow, contain } = getComputedStyle(element);
  return !/^(?:block|list-item)$/.test(display) || overflow !== 'visible' || contain !== 'none';
}

function rowAsHigh(room: number): HTMLElement {
  const row = breakElement('tr');
  const cell = document.createElement('td');
  cell.colSpan = 1000;
  cell.style.cssText = `border: 0; padding: 0; height: ${Math.max(0, room - spare)}px`;
  row.append(cell);
  return row;
}

function emptyPage(): HTMLElement {
  const element = breakElement('div');
  element.style.cssText = 'break-before: page; margin: 0 0 100000px; height: 1px';
  return element;
}

function freeHead(height: number): HTMLElement {
  const element = breakElement('div');
  element.style.height = `${height}px`;
  return element;
}

/** Ends the last page of a section, so that notes alone stand on the next. */
export function breakAtEnd(before: Element): PageBreak {
  const element = breakElement('div');
  element.style.cssText = 'break-before: page; height: 1px';
  before.before(element);
  return { takeBack: () => element.remove() };
}

function breakElement(name: string): HTMLElement {
  const element = document.createElement(name);
  element.className = 'foot-break';
  element.ariaHidden = 'true';
  return element;
}
