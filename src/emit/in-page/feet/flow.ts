import { isBrokenBetween } from './forced-breaks.ts';
import { ours, outside } from './outside.ts';

/** What no page break divides: a line of text, a row, a figure. Lengths in CSS pixels. */
export interface FlowItem {
  /** The block it is a line of, or itself. */
  readonly block: HTMLElement;
  /** Which line of the block; absent for what is no line. */
  readonly line?: number;
  readonly top: number;
  readonly bottom: number;
  /** How bad it is to end a page behind it. */
  readonly penalty: number;
  /** Whether its page ends behind it in any case, since a stylesheet or the author says so. */
  readonly endsPage?: boolean;
}

/** No page ends there. */
export const never = 1000;
/** A line left alone on a page. */
const alone = 12;

interface Line {
  top: number;
  bottom: number;
}

/** A block and its lines, or something that stays whole. */
interface Part {
  readonly block: HTMLElement;
  readonly whole: boolean;
  readonly lines: Line[];
}

/** What stays whole, and what is no part of the flow. */
const replaced = 'img, svg, math, hr';

/**
 * What an element holds, from the top down, as it is laid out now.
 *
 * @param root a section, or a note
 * @param range to measure with: every change of the document is told to each range there is
 */
export function flowOf(root: HTMLElement, range: Range): FlowItem[] {
  const parts = partsOf(root, range);
  const items: FlowItem[] = [];
  parts.forEach((part, order) => {
    const next = parts[order + 1];
    const { block, whole, lines } = part;
    lines.forEach(({ top, bottom }, line) => {
      const penalty =
        line < lines.length - 1
          ? penaltyWithin(block, line + 1, lines.length)
          : next === undefined
            ? 0
            : penaltyBetween(block, next.block);
      const endsPage = line === lines.length - 1 && next !== undefined && isBrokenBetween(block, next.block);
      items.push({ block, ...(!whole && { line }), top, bottom, penalty, ...(endsPage && { endsPage }) });
    });
  });
  return withoutOverlaps(items);
}

function penaltyWithin(block: HTMLElement, before: number, count: number): number {
  if (block.tagName === 'PRE') return never;
  return before < 2 || count - before < 2 || block.classList.contains('kept-whole') ? alone : 0;
}

function penaltyBetween(a: HTMLElement, b: HTMLElement): number {
  const avoided =
    outside(a, b).some((each) => each.tagName === 'THEAD' || isAvoided(getComputedStyle(each).breakAfter)) ||
    outside(b, a).some((each) => isAvoided(getComputedStyle(each).breakBefore));
  return avoided ? never : 0;
}

function isAvoided(value: string): boolean {
  return value.startsWith('avoid');
}

function partsOf(root: HTMLElement, range: Range): Part[] {
  const places = new Places(root);
  const parts: Part[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, {
    acceptNode: (node) =>
      node instanceof Element
        ? node.matches(`${ours}, rt, rp`) && node !== root
          ? NodeFilter.FILTER_REJECT
          : node.matches(replaced)
            ? NodeFilter.FILTER_ACCEPT
            : NodeFilter.FILTER_SKIP
        : /\S/.test(node.nodeValue ?? '')
          ? NodeFilter.FILTER_ACCEPT
          : NodeFilter.FILTER_SKIP,
  });
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const place = places.of(node instanceof HTMLElement ? node : node.parentElement);
    if (place === undefined) continue;
    const last = parts.at(-1);
    if (place.whole) {
      if (last?.block !== place.block) parts.push({ ...place, lines: extent(place.block) });
      continue;
    }
    const part = last?.block === place.block ? last : { ...place, lines: [] };
    if (part !== last) parts.push(part);
    if (node instanceof Text) addLines(part, node, range, place.lineHeight);
    else if (node instanceof Element) addRect(part.lines, node.getBoundingClientRect());
  }
  return parts.filter(({ lines }) => lines.length > 0);
}

function extent(element: HTMLElement): Line[] {
  const rects = [...element.getClientRects()].filter(({ height }) => height > 0);
  const [first] = rects;
  return first === undefined ? [] : [{ top: first.top, bottom: rects.at(-1)?.bottom ?? first.bottom }];
}

function addLines({ block, lines }: Part, node: Text, range: Range, lineHeight: number): void {
  const raised = node.parentElement?.closest('sup, sub');
  range.selectNodeContents(node);
  for (const { top, bottom, width, height } of range.getClientRects()) {
    // Initials reach over several lines.
    if (width < 0.1 || height > 1.6 * lineHeight) continue;
    const middle = (top + bottom) / 2;
    if (raised && block.contains(raised)) {
      if (lines.length > 0) continue;
    }
    addRect(lines, { top: middle - lineHeight / 2, bottom: middle + lineHeight / 2 });
  }
}

function addRect(lines: Line[], { top, bottom }: Line): void {
  const last = lines.at(-1);
  if (last === undefined || (top + bottom) / 2 > last.bottom) lines.push({ top, bottom });
  else if (bottom > last.top) {
    last.top = Math.min(last.top, top);
    last.bottom = Math.max(last.bottom, bottom);
  }
}

/** Items side by side are one. */
function withoutOverlaps(items: ReadonlyArray<FlowItem>): FlowItem[] {
  const apart: FlowItem[] = [];
  for (const item of items) {
    const last = apart.at(-1);
    if (last !== undefined && item.top < last.bottom - 3) {
      const { line: _, ...joined } = item;
      const top = Math.min(last.top, item.top);
      apart[apart.length - 1] = { ...joined, top, bottom: Math.max(last.bottom, item.bottom) };
    } else apart.push(item);
  }
  return apart;
}

interface Place {
  readonly block: HTMLElement;
  readonly whole: boolean;
  readonly lineHeight: number;
}

/** Finds out which block a text is in, once for each element. */
class Places {
  readonly #root: HTMLElement;
  readonly #known = new Map<Element, Place | undefined>();

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  of(element: HTMLElement | null): Place | undefined {
    if (element === null) return undefined;
    if (!this.#known.has(element)) this.#known.set(element, this.#find(element));
    return this.#known.get(element);
  }

  #find(element: HTMLElement): Place | undefined {
    const style = getComputedStyle(element);
    if (element === this.#root) return placeOf(element, style, false);
    const around = this.of(element.parentElement);
    if (around === undefined || around.whole || style.display === 'none')
      return around?.whole ? around : undefined;
    if (style.position === 'absolute') return undefined;
    if (element.matches('.kept-whole')) return placeOf(element, style, false);
    if (isWhole(element, style)) return placeOf(element, style, true);
    return /^(?:inline|ruby|contents)/.test(style.display) ? around : placeOf(element, style, false);
  }
}

function placeOf(block: HTMLElement, { lineHeight, fontSize }: CSSStyleDeclaration, whole: boolean): Place {
  const height = Number.parseFloat(lineHeight);
  return { block, whole, lineHeight: Number.isNaN(height) ? 1.2 * Number.parseFloat(fontSize) : height };
}

function isWhole(element: HTMLElement, style: CSSStyleDeclaration): boolean {
  if (element.matches('hr, figure, tr, .sideways')) return true;
  if (style.display.startsWith('inline')) return false;
  return (
    isAvoided(style.breakInside) || /flex|grid|table-row$/.test(style.display) || element.matches(replaced)
  );
}
