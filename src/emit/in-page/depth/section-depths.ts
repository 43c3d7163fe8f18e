import { linesOf } from '../blocks/lines-of.ts';
import type { SectionFloats } from '../floats/section-floats.ts';
import type { Layout } from '../layout/layout.ts';
import type { SetLines } from '../lines/set-lines.ts';
import { breakPages, flowingPages } from './break-pages.ts';
import type { FlowItem, Placement } from './flow-item.ts';
import type { Pages } from './place.ts';
import { itemsOf, keptWhole, lengthsOf, withLead } from './flow-parts.ts';
import { readFlow, type FlowPart } from './read-flow.ts';
import { steer } from './steer.ts';

/** What is tried of a section in a round: how many pages it will have, and what brings that about. */
export interface Plan {
  readonly pages: number;
  /** Absent: nothing changes. */
  readonly carryOut?: () => void;
}

/** What pages were chosen, until the layout has shown that they are so. */
interface Choice {
  readonly flow: ReadonlyArray<FlowPart>;
  readonly placements: ReadonlyArray<Placement>;
  readonly count: number;
  /** Whether the section was to begin on a left-hand page. */
  readonly beginsLeft: boolean;
  /** What floated at the heads of its pages. */
  readonly reserved: ReadonlyMap<number, number> | undefined;
  readonly tries: number;
  /** The paragraphs that did not become as long as was chosen. */
  readonly disobedient: ReadonlySet<Element>;
  readonly takeBack: () => void;
}

const mostTries = 3;
/** What adds up over the rows of tables, in pixels. */
const misjudged = 2;
/** How much worse a paragraph may look by line, in demerits, and how much that is of a page that is a line short. */
const mostDemerits = 20_000;
const costOfDemerit = 1 / 20;

/**
 * The depths of a section's pages. Where the layout does not become what was foretold, it is tried again, and in the
 * end left as it is by itself.
 */
export class SectionDepths {
  readonly #section: Element;
  readonly #lines: SetLines;
  readonly #range: Range;
  #choice: Choice | undefined;
  /** How often it may still be looked at: its lines may be others when it is first. */
  #looks = 2;

  readonly #floats: SectionFloats;
  /** How often figures may still be chosen that float: what is reckoned before lines have followed may be otherwise. */
  #choices = 3;

  /**
   * @param range one for all sections: each change of the document is told to every range there is
   * @param floats what floats to the heads of its pages
   */
  constructor(section: Element, lines: SetLines, range: Range, floats: SectionFloats) {
    this.#section = section;
    this.#lines = lines;
    this.#range = range;
    this.#floats = floats;
  }

  /**
   * @param present how many pages it has in the layout
   * @param short paragraphs that will be kept whole from now on
   */
  plan(layout: Layout, present: number, frame: Pages, short: ReadonlySet<Element>): Plan {
    const putBack = this.#floats.findAstray(layout);
    if (putBack !== undefined) return this.#without(putBack, present);
    const pages = { ...frame, reserved: this.#floats.reserved(layout) };
    if (this.#choice !== undefined) return this.#verify(this.#choice, layout, pages);
    if (this.#looks === 0 || present < 2) return { pages: present };
    const flow = readFlow(this.#section, layout.pageAt, this.#range, this.#floats.clip);
    if (flow === undefined || flow.length === 0) return this.#leave(present);
    const { placements } = flowingPages(itemsOf(flow), pages);
    const start = layout.pageOf(this.#section);
    if (!flow.every(({ page }, index) => page - start === placements[index]?.page))
      return this.#leave(present);
    const kept = flow.map((part) => (short.has(part.element) ? keptWhole(part) : part));
    const float = this.#choices > 0 ? this.#floats.find(kept, pages) : undefined;
    if (float !== undefined) {
      this.#choices--;
      return { pages: present, carryOut: float };
    }
    this.#looks--;
    const flowing = flowingPages(itemsOf(kept), pages);
    if (flowing.hasShort) return this.#choose(kept, pages, 1, new Set());
    if (this.#looks === 0) return { pages: flowing.count };
    return {
      pages: flowing.count,
      carryOut: () => {
        if (!this.#lines.setLengths(lengthsOf(kept, flowing.placements))) this.#looks = 0;
      },
    };
  }

  /** The section stays as it is in this round. */
  #leave(pages: number): Plan {
    this.#looks--;
    return { pages };
  }

  /** What floats astray stands in the flow again, and pages are chosen anew. */
  #without(putBack: () => void, pages: number): Plan {
    return {
      pages,
      carryOut: () => {
        this.#choice?.takeBack();
        this.#choice = undefined;
        this.#looks = 1;
        putBack();
      },
    };
  }

  #choose(
    flow: ReadonlyArray<FlowPart>,
    pages: Pages,
    tries: number,
    disobedient: ReadonlySet<Element>,
  ): Plan {
    const { placements, count } = breakPages(this.#withLengths(flow, disobedient), pages);
    return {
      pages: count,
      carryOut: () => {
        this.#looks = 0;
        this.#lines.setLengths(lengthsOf(flow, placements));
        const takeBack = steer(flow, placements);
        const { beginsLeft, reserved } = pages;
        this.#choice = { flow, placements, count, beginsLeft, reserved, tries, disobedient, takeBack };
      },
    };
  }

  /** What follows from whether the pages became as they were chosen. */
  #verify(choice: Choice, layout: Layout, pages: Pages): Plan {
    const { flow, placements, count, beginsLeft, tries, disobedient, takeBack } = choice;
    const start = layout.pageOf(this.#section);
    this.#choice = undefined;
    const astray = flow.findIndex(
      ({ outermost }, index) => layout.pageOf(outermost) - start !== placements[index]?.page,
    );
    // Other pages face each other where sections before it have become longer or shorter.
    const isSame = beginsLeft === pages.beginsLeft && isAlike(choice.reserved, pages.reserved);
    // Without the hyphens that pages end in, paragraphs may have become longer or shorter.
    if (astray < 0 && (tries === mostTries || (isSame && this.#isObeyed(choice)))) return { pages: count };
    const isLate = layout.pageOf(flow[astray]?.outermost ?? null) - start > (placements[astray]?.page ?? 0);
    const again =
      tries < mostTries
        ? this.#choose(
            this.#withLines(choice).map((part, index) =>
              index === astray ? withLead(part, isLate ? misjudged : -misjudged) : part,
            ),
            pages,
            tries + 1,
            new Set([...disobedient, ...this.#misfits(choice)]),
          )
        : undefined;
    return {
      pages: again?.pages ?? count,
      carryOut: () => {
        takeBack();
        if (again === undefined) this.#lines.setLengths(flow.map(({ element }) => ({ element, more: 0 })));
        else again.carryOut?.();
      },
    };
  }

  #isObeyed({ flow, placements }: Choice): boolean {
    return flow.every(
      ({ element, item }, index) =>
        item.divides === 'never' || this.#linesOf(element) === item.lines + (placements[index]?.more ?? 0),
    );
  }

  #linesOf(element: Element): number {
    return linesOf(element, this.#range, [...element.getClientRects()].map(this.#floats.clip));
  }

  /** The flow with the lines that texts now have, as far as none were asked for: no page ends in a hyphen any more. */
  #withLines({ flow, placements }: Choice): FlowPart[] {
    return flow.map((part, index) => {
      const { element, item } = part;
      if (item.divides === 'never' || placements[index]?.more !== 0) return part;
      return { ...part, item: { ...item, lines: this.#linesOf(element) } };
    });
  }

  /** The paragraphs that are not as long as was chosen. */
  #misfits({ flow, placements }: Choice): Element[] {
    return flow.flatMap(({ element, item }, index) => {
      const more = placements[index]?.more ?? 0;
      return more !== 0 && this.#linesOf(element) !== item.lines + more ? [element] : [];
    });
  }

  /** The items of the flow, with the lengths that their paragraphs can have. */
  #withLengths(flow: ReadonlyArray<FlowPart>, disobedient: ReadonlySet<Element>): FlowItem[] {
    const texts = flow.flatMap(({ item, element }) =>
      item.divides === 'never' || disobedient.has(element) ? [] : [element],
    );
    const lengths = new Map(this.#lines.findLengths(texts).map((each) => [each.element, each]));
    return flow.map(({ element, item }) => {
      const known = lengths.get(element);
      // The browser may have broken its lines otherwise.
      if (known?.usual !== item.lines) return item;
      const others = known.others
        .filter(({ cost }) => cost < mostDemerits)
        .map((other) => ({ ...other, cost: other.cost * costOfDemerit }));
      return { ...item, lengths: others, hyphens: known.hyphens };
    });
  }
}

function isAlike(
  before: ReadonlyMap<number, number> | undefined,
  now: ReadonlyMap<number, number> | undefined,
): boolean {
  const entries = [...(before ?? [])];
  return entries.length === (now?.size ?? 0) && entries.every(([page, height]) => now?.get(page) === height);
}
