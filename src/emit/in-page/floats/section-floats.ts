import { firstRect, type Layout } from '../layout/layout.ts';
import type { FlowPart } from '../depth/read-flow.ts';
import type { PageFrame } from '../depth/item-steps.ts';
import type { SetLines } from '../lines/set-lines.ts';
import { chooseFloats } from './choose-floats.ts';
import { joinParagraphs, partParagraphs } from './join-paragraphs.ts';
import { captioned, findFloats, givesWay, hasFrame, type Float } from './find-floats.ts';

/** What may stand at the head of a page, or go on there. */
const textBlocks =
  ':is(p, li, dd, dt, h1, h2, h3, h4, h5, h6, pre, table, figure, div, blockquote, hr, .line, .code-line)';

/**
 * The figures and tables of a section that float to the head of the page behind the one they have no room on.
 *
 * The browser does that by itself: what floats over the whole width and has no room is put at the head of the next
 * page, text goes on on the page before, and below it on its own (CSS Fragmentation 3, 4.1: parallel flows). They keep
 * their place in the document, and so in the order of reading.
 */
export class SectionFloats {
  readonly #section: Element;
  readonly #lines: SetLines;
  /** Whether there is anything that may. */
  readonly #mayFloat: boolean;
  /** Those that float, and their margins below. */
  readonly #floating = new Map<HTMLElement, number>();
  /** What they had of styles of their own. */
  readonly #styles = new Map<Element, string>();
  /** Those that have floated and were taken back. */
  readonly #tried = new Set<Element>();

  constructor(section: Element, lines: SetLines, mayFloat: boolean) {
    this.#section = section;
    this.#lines = lines;
    this.#mayFloat = mayFloat && section.querySelector(captioned) !== null;
  }

  /** What stands at the heads of the pages of the section in CSS pixels, by their indexes. */
  reserved(layout: Layout): Map<number, number> {
    const start = layout.pageOf(this.#section);
    const heights = new Map<number, number>();
    for (const [element, below] of this.#floating) {
      const page = layout.pageOf(element) - start;
      heights.set(page, (heights.get(page) ?? 0) + firstRect(element).height + below);
    }
    return heights;
  }

  /** Cuts off from the part of a block on a page what floats at its head. */
  readonly clip = (rect: DOMRect): DOMRect => {
    let { top } = rect;
    for (const [element, below] of this.#floating) {
      const { top: begin, bottom } = firstRect(element);
      if (rect.bottom > bottom && rect.top < bottom && rect.bottom > begin)
        top = Math.max(top, bottom + below);
    }
    return top === rect.top ? rect : new DOMRect(rect.x, top, rect.width, Math.max(0, rect.bottom - top));
  };

  /**
   * Chooses what is to float.
   *
   * @returns what has it float; undefined where nothing does besides what does so already
   */
  find(flow: ReadonlyArray<FlowPart>, frame: PageFrame): (() => void) | undefined {
    if (!this.#mayFloat) return undefined;
    const found = findFloats(flow, this.#tried, frame.lineHeight);
    if (found.length === 0) return undefined;
    const gives = (index: number, goesOn: boolean): boolean => {
      const [before, element] = [flow[index - 1]?.element, flow[index]?.element];
      const hasBegun = (block: Element): boolean =>
        goesOn || (before !== undefined && block.contains(before));
      return element !== undefined && givesWay(element, this.#section, hasBegun);
    };
    const chosen = chooseFloats(
      flow.map(({ item }) => item),
      found,
      gives,
      frame,
    );
    if (chosen.length === 0) return undefined;
    return () => {
      for (const each of chosen) this.#float(each);
    };
  }

  /**
   * Finds what floats where it should not: where it has room after all, where it stands alone on its page, or over
   * something that does not give way to it.
   *
   * @returns what puts it back into the flow; undefined where there is none
   */
  findAstray(layout: Layout): (() => void) | undefined {
    if (this.#floating.size === 0) return undefined;
    const blocks = [...this.#section.querySelectorAll(textBlocks)].filter(
      (block) => !block.matches('.floated'),
    );
    const astray = [...this.#floating.keys()].filter((element) => this.#isAstray(element, blocks, layout));
    if (astray.length === 0) return undefined;
    return () => {
      for (const element of astray) this.#takeBack(element);
    };
  }

  #isAstray(element: HTMLElement, blocks: ReadonlyArray<Element>, layout: Layout): boolean {
    const page = layout.pageOf(element);
    const { top, bottom } = firstRect(element);
    if (top - (layout.tops[page] ?? 0) > 1 && !this.#isBelowAnother(element, top)) return true;
    const hasBegun = (block: Element): boolean => layout.pageOf(block) < page;
    let isFollowed = false;
    let isOverFrame = false;
    const first = blocks.findIndex((block) => follows(block, element));
    for (const block of first < 0 ? [] : blocks.slice(first)) {
      const rects = [...block.getClientRects()].filter(({ height }) => height > 0);
      if (rects[0] !== undefined && layout.pageAt(rects[0]) > page) break;
      for (const rect of rects.filter((each) => layout.pageAt(each) === page)) {
        if (rect.bottom > bottom + 1) isFollowed = true;
        const isOver = rect.top < bottom - 1 && rect.bottom > top + 1;
        if (isOver && !givesWay(block, this.#section, hasBegun)) return true;
        isOverFrame ||= isOver && hasFrame(block, this.#section);
      }
    }
    // Nothing moves for that.
    element.classList.toggle('over-frame', isOverFrame);
    return !isFollowed;
  }

  #isBelowAnother(element: Element, top: number): boolean {
    return [...this.#floating].some(
      ([other, below]) => other !== element && Math.abs(firstRect(other).bottom + below - top) < 2,
    );
  }

  #float({ element, below }: Float): void {
    const { width } = element.getBoundingClientRect();
    const available = element.parentElement?.getBoundingClientRect().width ?? width;
    const beside = Math.max(0, (available - width) / 2);
    this.#styles.set(element, element.getAttribute('style') ?? '');
    element.classList.add('floated');
    // What is left free belongs to a figure, lest frames of text be seen there; tables and figures with frames have it below.
    const margin = element.localName === 'figure' && isPlain(getComputedStyle(element)) ? 0 : below;
    element.style.paddingBottom = margin === 0 ? `${below}px` : '';
    element.style.margin = `0 ${beside}px ${margin}px`;
    // A theme may have made it narrower than the page.
    if (beside > 0.5 && element.localName === 'figure')
      Object.assign(element.style, { boxSizing: 'border-box', width: `${width}px` });
    this.#floating.set(element, margin);
    this.#section.classList.add('has-floats');
    joinParagraphs(element, this.#lines.followIndent);
  }

  #takeBack(element: HTMLElement): void {
    element.classList.remove('floated');
    element.setAttribute('style', this.#styles.get(element) ?? '');
    this.#floating.delete(element);
    this.#tried.add(element);
    partParagraphs(element, this.#lines.followIndent);
  }
}

function follows(block: Element, element: Element): boolean {
  const { DOCUMENT_POSITION_FOLLOWING, DOCUMENT_POSITION_CONTAINED_BY } = Node;
  const position = element.compareDocumentPosition(block);
  return (position & DOCUMENT_POSITION_FOLLOWING) !== 0 && (position & DOCUMENT_POSITION_CONTAINED_BY) === 0;
}

function isPlain({ borderBottomWidth, paddingBottom, backgroundColor }: CSSStyleDeclaration): boolean {
  const lengths = [borderBottomWidth, paddingBottom];
  return lengths.every((length) => Number.parseFloat(length) === 0) && backgroundColor === 'rgba(0, 0, 0, 0)';
}
