import { captioned, hasFrame, headHeight, heightOf, isFree } from '../floats/find-floats.ts';
import { joinParagraphs, partParagraphs } from '../floats/join-paragraphs.ts';
import { chooseHeads, type HeadCandidate, type HeadedFlow } from './choose-heads.ts';
import { never, type FlowItem } from './flow.ts';
import { expectedGap } from './item-memory.ts';
import type { PlannedNote, PlannedPage } from './planned-pages.ts';
import { outside } from './outside.ts';
import { isInOrder, type PlannedHead } from './planned-heads.ts';

/** What figures and tables at the heads of pages with notes need of the rest. */
export interface HeadOptions {
  /** Whether figures and tables may stand elsewhere than in the text. */
  readonly mayFloat: boolean;
  /** Has the lines of a paragraph follow its indent. */
  readonly followIndent: (paragraph: Element) => void;
}

interface Candidate extends HeadCandidate {
  readonly element: HTMLElement;
}

/** What stands at a head: its place in the text, its height there, and its styles in the text. */
interface Head {
  readonly element: HTMLElement;
  readonly height: number;
  readonly style: string | null;
}

/**
 * The figures and tables of a section with notes that stand at the heads of pages. They keep their place in the
 * document, and so in the order of reading; on the page they are put where the text has left room for them. What has
 * gone there stays there, as long as text follows: so every book comes to rest.
 */
export class SectionHeads {
  readonly #section: HTMLElement;
  readonly #options: HeadOptions;
  readonly #mayFloat: boolean;
  #heads: Head[] = [];
  /** Those that stood there, and had no text below. */
  readonly #tried = new Set<Element>();

  constructor(section: HTMLElement, options: HeadOptions) {
    this.#section = section;
    this.#options = options;
    this.#mayFloat = options.mayFloat && section.querySelector(captioned) !== null;
  }

  /**
   * What stands at heads, in the order of the text.
   *
   * @param marks of the notes, by their indexes
   */
  planned(items: ReadonlyArray<FlowItem>, marks: ReadonlyArray<Element>): PlannedHead[] {
    return this.#heads.map(({ element, height }) => ({
      after: items.findLastIndex(({ block }) => follows(element, block)),
      height,
      notes: marks.flatMap((mark, index) => (element.contains(mark) ? [index] : [])),
    }));
  }

  /** Finds what should go there; the function returned has it go. */
  find(items: ReadonlyArray<FlowItem>, flow: HeadedFlow): (() => void) | undefined {
    if (!this.#mayFloat) return undefined;
    const candidates = this.#candidates(items, flow);
    if (candidates.length === 0) return undefined;
    const givesWay = (index: number): boolean => this.#givesWay(items[index], items[index - 1]);
    const chosen = chooseHeads(flow, candidates, givesWay);
    if (chosen.length === 0) return undefined;
    const { left } = this.#section.getBoundingClientRect();
    const boxes = chosen.map((each) => ({ ...each, box: each.element.getBoundingClientRect() }));
    return () => {
      for (const { element, height, box } of boxes) {
        this.#heads.push({ element, height, style: element.getAttribute('style') });
        element.classList.add('floated');
        const { style } = element;
        Object.assign(style, { position: 'absolute', boxSizing: 'border-box', margin: '0' });
        Object.assign(style, { left: `${box.left - left}px`, width: `${box.width}px` });
      }
      this.#heads.sort((a, b) => (follows(b.element, a.element) ? -1 : 1));
      for (const { element } of chosen) joinParagraphs(element, this.#options.followIndent);
    };
  }

  /**
   * Finds what no text follows any more, or whose notes would stand behind later ones; the function returned puts it
   * back for good.
   */
  findStranded(
    pages: ReadonlyArray<PlannedPage>,
    heads: ReadonlyArray<PlannedHead>,
    notes: ReadonlyArray<PlannedNote>,
  ): (() => void) | undefined {
    const placed = new Set(pages.flatMap((page) => page.heads ?? []));
    const inOrder = isInOrder(pages, notes);
    const stranded = this.#heads.filter(
      (_, index) => !placed.has(index) || (!inOrder && heads[index]?.notes.length !== 0),
    );
    return stranded.length === 0 ? undefined : () => this.#putBack(stranded);
  }

  putAllBack(): void {
    this.#putBack(this.#heads);
  }

  /** How high what stands at the head of a page is together, in CSS pixels. */
  heightOn({ heads = [] }: Pick<PlannedPage, 'heads'>): number {
    return heads.reduce((sum, index) => sum + (this.#heads[index]?.height ?? 0), 0);
  }

  /**
   * Puts what belongs there to the head of a page.
   *
   * @param edge the upper one of the page, in the section, in CSS pixels
   */
  place({ heads = [] }: PlannedPage, edge: number): void {
    let top = edge;
    for (const index of heads) {
      const head = this.#heads[index];
      if (head === undefined) continue;
      head.element.style.top = `${top}px`;
      top += head.height;
    }
  }

  #putBack(heads: ReadonlyArray<Head>): void {
    this.#heads = this.#heads.filter((each) => !heads.includes(each));
    for (const { element, style } of heads) {
      element.classList.remove('floated');
      if (style === null) element.removeAttribute('style');
      else element.setAttribute('style', style);
      this.#tried.add(element);
      partParagraphs(element, this.#options.followIndent);
    }
  }

  #candidates(items: ReadonlyArray<FlowItem>, { items: planned, measures }: HeadedFlow): Candidate[] {
    const found: Candidate[] = [];
    for (let first = 1; first < items.length; first++) {
      const element = items[first]?.block.closest<HTMLElement>(captioned);
      if (!element) continue;
      let last = first;
      while (element.contains(items[last + 1]?.block ?? null)) last++;
      const [before, next] = [items[first - 1], items[last + 1]];
      const isAlone = before?.penalty === never || next === undefined || this.#tried.has(element);
      if (before !== undefined && !isAlone && isFree(element, before.block)) {
        const below = planned[last + 1]?.gap ?? 0;
        const height = headHeight(heightOf(element), below, measures.lineHeight);
        found.push({ element, first, last, height, gapWithout: expectedGap(before, next) });
      }
      first = last;
    }
    return found;
  }

  /** Whether an item can stand below a figure: no frame goes on beside that, and no table. */
  #givesWay(item: FlowItem | undefined, before: FlowItem | undefined): boolean {
    if (item === undefined) return false;
    const starting = before === undefined ? undefined : outside(item.block, before.block).at(-1);
    const around = starting === undefined ? item.block : starting.parentElement;
    const goesOn = around?.closest('table') ?? null;
    return goesOn === null && (around === null || !hasFrame(around, this.#section));
  }
}

/** Whether an element comes behind another in the document, and is no part of it. */
function follows(element: Element, other: Element): boolean {
  const position = other.compareDocumentPosition(element);
  return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
