/** A block that stands in the flow of a section, and has no blocks in it that would stand there themselves. */
export interface FlowBlock {
  readonly element: HTMLElement;
  readonly style: CSSStyleDeclaration;
  /** Its parts, page by page. */
  readonly rects: ReadonlyArray<DOMRect>;
}

/**
 * Every block of an element, from its head to its foot, but for what floats to the heads of pages; undefined where
 * something stands otherwise than below another.
 *
 * @param clip cuts off from a part what floats there
 */
export function flowBlocks(parent: Element, clip: (part: DOMRect) => DOMRect): FlowBlock[] | undefined {
  const all: FlowBlock[] = [];
  for (const element of parent.children) {
    if (!(element instanceof HTMLElement)) return undefined;
    const style = getComputedStyle(element);
    if (style.display === 'none' || style.position === 'absolute' || element.matches('.floated')) continue;
    // Notes at the foot end pages where they need the room.
    if (style.float !== 'none' || style.columnCount !== 'auto' || element.matches('.foot-notes'))
      return undefined;
    if (holdsBlocks(element, style)) {
      const inner = flowBlocks(element, clip);
      if (inner === undefined) return undefined;
      // A caption below its table comes first in the document.
      if (isCaptionBelow(inner[0])) inner.push(...inner.splice(0, 1));
      for (const block of inner) all.push(block);
    } else {
      const rects = [...element.getClientRects()].map(clip).filter(({ height }) => height > 0);
      if (rects.length > 0) all.push({ element, style, rects });
    }
  }
  return all;
}

/** Whether there is nothing but blocks in an element, which stand below each other and may be divided. */
function holdsBlocks(element: HTMLElement, style: CSSStyleDeclaration): boolean {
  return (
    element.childElementCount > 0 &&
    /^(?:block|list-item|inline|table|table-row-group)$/.test(style.display) &&
    style.breakInside === 'auto' &&
    !style.breakAfter.startsWith('avoid') &&
    [...element.childNodes].every((node) => !(node instanceof Text) || node.data.trim() === '') &&
    [...element.children].every(isBlock)
  );
}

function isBlock(element: Element): boolean {
  const { display } = getComputedStyle(element);
  if (display === 'inline') return element.childElementCount > 0 && [...element.children].every(isBlock);
  return /^(?:block|list-item|table|table-caption|table-(?:header|row)-group|table-row|flex|grid|none)$/.test(
    display,
  );
}

function isCaption({ style }: FlowBlock, side: 'top' | 'bottom'): boolean {
  return style.display === 'table-caption' && style.captionSide === side;
}

function isCaptionBelow(block: FlowBlock | undefined): boolean {
  return block !== undefined && isCaption(block, 'bottom');
}

/** Whether a block stays with what is below it. */
export function isHead(block: FlowBlock): boolean {
  return block.style.breakAfter.startsWith('avoid') || isTableHead(block) || isCaption(block, 'top');
}

/** Whether a block stays with what is above it. */
export function hangsOn(block: FlowBlock): boolean {
  return block.style.breakBefore.startsWith('avoid') || isCaption(block, 'bottom');
}

function isTableHead({ style }: FlowBlock): boolean {
  return style.display === 'table-header-group';
}

/** Height of a block on all its pages; of the heads of a table, which every page repeats, on one. */
export function heightOfBlock(block: FlowBlock): number {
  if (isTableHead(block)) return block.rects[0]?.height ?? 0;
  return block.rects.reduce((sum, { height }) => sum + height, 0);
}

/** Whether a block stands on several pages, and not because each repeats it. */
export function isDivided(block: FlowBlock): boolean {
  return block.rects.length > 1 && !isTableHead(block);
}
