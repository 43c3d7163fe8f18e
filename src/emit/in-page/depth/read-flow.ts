import { linesOf } from '../blocks/lines-of.ts';
import { between, type Between } from './block-space.ts';
import { flowBlocks, hangsOn, heightOfBlock, isDivided, isHead, type FlowBlock } from './flow-blocks.ts';
import type { FlowItem } from './flow-item.ts';

/** An item of the flow, and the elements it is made of. */
export interface FlowPart {
  /** What has its lines. */
  readonly element: HTMLElement;
  /** What begins with it: its margin above is what is left free above the item. */
  readonly outermost: HTMLElement;
  /** What begins below the headings of the item, and what is left free there; absent where it has none. */
  readonly underHead?: { readonly outermost: HTMLElement; readonly gap: number };
  readonly item: FlowItem;
  /** Index of the page it begins on. */
  readonly page: number;
}

/** What is above the lines of an item and stays with them. */
interface Above {
  readonly outermost: HTMLElement;
  readonly gap: number;
  readonly lead: number;
  readonly page: number;
  /** Whether it stays with what is above it as well. */
  readonly clings?: boolean;
}

/**
 * What stands in the flow of a section, from its head to its foot.
 *
 * @param clip cuts off from a part of a block what floats there
 * @returns undefined where it has what is not known to follow these rules
 */
export function readFlow(
  section: Element,
  pageAt: (rect: DOMRect) => number,
  range: Range,
  clip: (part: DOMRect) => DOMRect,
): FlowPart[] | undefined {
  const blocks = flowBlocks(section, clip);
  if (blocks?.every(({ style }) => !isForced(style)) !== true) return undefined;
  const parts: FlowPart[] = [];
  let above: Above | undefined;
  /** The last part of what the item before ends with, and what frames take up below it. */
  let end: { readonly rect: DOMRect | undefined; readonly tail: number } | undefined;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (block === undefined) continue;
    const space = spaceAbove(blocks, index);
    const begins = beginOf(above, block, space, pageAt);
    if (isHead(block) && index < blocks.length - 1) {
      if (isDivided(block)) return undefined;
      const lead = begins.lead + heightOfBlock(block) + tailBelow(blocks, index);
      above = { ...begins, lead, ...(hangsOn(block) && parts.length > 0 && { clings: true }) };
      continue;
    }
    const body = bodyOf(block, range);
    if (body === undefined) return undefined;
    const off = end === undefined ? 0 : misjudged(end, begins, block, pageAt);
    let tail = body.tail + tailBelow(blocks, index);
    for (let next = blocks[index + 1]; next !== undefined && hangsOn(next); next = blocks[index + 1]) {
      // A break between scenes stays with what is below it, too.
      if (isHead(next)) break;
      index++;
      const { gap, lead } = spaceAbove(blocks, index);
      tail += gap + lead + heightOfBlock(next) + tailBelow(blocks, index);
    }
    const { element } = block;
    const { outermost, page, gap } = begins;
    const again = above === undefined ? headAgain(element) : 0;
    const lead = begins.lead + body.lead + off;
    const underHead = above !== undefined && element.localName !== 'tr' ? space : undefined;
    const leadGap = underHead === undefined ? 0 : Math.max(1, space.gap);
    const stretches = gap > 2;
    const isEven = stretches && isInPoem(element, parts.at(-1)?.element);
    const white = { gap, stretches, ...(isEven && { isEven }) };
    const item = { ...body, ...white, lead, leadGap, tail, again, lengths: [], hyphens: [] };
    const clings = begins.clings === true;
    const last = clings ? parts.pop() : undefined;
    if (last !== undefined) parts.push({ ...last, item: { ...last.item, isClungTo: true } });
    const own = clings ? { ...item, clings } : item;
    parts.push({ element, outermost, page, item: own, ...(underHead && { underHead }) });
    above = undefined;
    end = { rect: blocks[index]?.rects.at(-1), tail: tailBelow(blocks, index) };
  }
  return parts;
}

/** Whether both are stanzas of one poem. */
function isInPoem(element: Element, before: Element | undefined): boolean {
  const poem = element.closest('.verse');
  return poem !== null && poem === before?.closest('.verse');
}

/**
 * How much further down a block stands below the item before than its margins and frames say: where both are on one
 * page, what was laid out is right.
 */
function misjudged(
  { rect, tail }: { readonly rect: DOMRect | undefined; readonly tail: number },
  { gap, lead }: Above,
  { rects: [first] }: FlowBlock,
  pageAt: (rect: DOMRect) => number,
): number {
  if (rect === undefined || first === undefined) return 0;
  const lastLine = new DOMRect(rect.x, rect.bottom - 1, rect.width, 1);
  if (pageAt(lastLine) !== pageAt(first)) return 0;
  return first.top - rect.bottom - tail - gap - lead;
}

function isForced({ breakBefore, breakAfter }: CSSStyleDeclaration): boolean {
  return breakBefore === 'page' || breakAfter === 'page';
}

/** What an item begins with, a block of it included that is now read. */
function beginOf(
  above: Above | undefined,
  { rects: [rect] }: FlowBlock,
  { outermost, gap, lead }: Omit<Between, 'tail'>,
  pageAt: (rect: DOMRect) => number,
): Above {
  if (above !== undefined) return { ...above, lead: above.lead + gap + lead };
  return { outermost, gap, lead, page: pageAt(rect ?? new DOMRect()) };
}

function spaceAbove(blocks: ReadonlyArray<FlowBlock>, index: number): Omit<Between, 'tail'> {
  const [previous, block] = [blocks[index - 1], blocks[index]];
  if (block === undefined) throw new RangeError(`there is no block ${index}`);
  return previous === undefined
    ? { gap: 0, lead: 0, outermost: block.element }
    : between(previous.element, block.element);
}

function tailBelow(blocks: ReadonlyArray<FlowBlock>, index: number): number {
  const [block, next] = [blocks[index], blocks[index + 1]];
  return block === undefined || next === undefined ? 0 : between(block.element, next.element).tail;
}

/** The lines of a block; undefined where it is divided otherwise than between lines. */
function bodyOf(
  block: FlowBlock,
  range: Range,
): Pick<FlowItem, 'lead' | 'lines' | 'lineHeight' | 'tail' | 'divides' | 'obeys'> | undefined {
  const { element, style, rects } = block;
  const height = heightOfBlock(block);
  const lineHeight = laidOut(style.lineHeight);
  const lead = Number.parseFloat(style.paddingTop) + Number.parseFloat(style.borderTopWidth);
  const tail = Number.parseFloat(style.paddingBottom) + Number.parseFloat(style.borderBottomWidth);
  const lines = isText(element) ? linesOf(element, range, rects) : 0;
  // Something in it may be taller than its lines.
  const isExact = rects.length > 1 || Math.abs(height - lead - tail - lines * lineHeight) < 0.5;
  if (lines > 0 && isExact) {
    // Many lines of code add up what each is lower than a step of the layout.
    const exact = element.matches('.code-line') ? (height - lead - tail) / lines : lineHeight;
    return { lead, lines, lineHeight: exact, tail, obeys: true, divides: divisionOf(block, lines) };
  }
  if (rects.length > 1) return undefined;
  return {
    lead: 0,
    lines: 1,
    lineHeight: height,
    tail: 0,
    obeys: element.localName !== 'tr',
    divides: 'never',
  };
}

function divisionOf({ element, style }: FlowBlock, lines: number): FlowItem['divides'] {
  if (style.breakInside === 'avoid') return element.matches('.kept-whole') ? 'if need be' : 'never';
  return lines === 3 ? 'leaving one' : 'freely';
}

/** The height of a line as the layout has it: rounded to a 64th of a pixel. */
export function laidOut(length: string): number {
  return Math.round(64 * Number.parseFloat(length)) / 64;
}

function isText(element: HTMLElement): boolean {
  return (
    element.matches('p, li, dd, dt, div, span') &&
    [...element.children].every((child) => getComputedStyle(child).display.startsWith('inline'))
  );
}

/** Height of the heads of its table, which stand at the head of every page that begins with a row of it. */
function headAgain(element: HTMLElement): number {
  if (!element.matches('tbody > tr')) return 0;
  return element.closest('table')?.tHead?.getClientRects()[0]?.height ?? 0;
}
