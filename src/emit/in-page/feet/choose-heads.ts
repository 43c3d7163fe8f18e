import { heightOfParts } from './note-rows.ts';
import { planFeet } from './plan-feet.ts';
import type { FootMeasures, PlannedItem, PlannedNote, PlannedPage } from './planned-pages.ts';
import { isInOrder, type PlannedHead } from './planned-heads.ts';

/** A figure or a table that may stand at the head of the next page, by the indexes of its items. Lengths in CSS pixels. */
export interface HeadCandidate {
  readonly first: number;
  /** The last of its items: a table has one for each row. */
  readonly last: number;
  /** What it takes up at the head of a page, what is left free below it included. */
  readonly height: number;
  /** What is left free above the item behind it, once it is gone. */
  readonly gapWithout: number;
}

/** A section, as it is to be planned. */
export interface HeadedFlow {
  readonly items: ReadonlyArray<PlannedItem>;
  readonly notes: ReadonlyArray<PlannedNote>;
  /** What stands at heads already. */
  readonly heads: ReadonlyArray<PlannedHead>;
  readonly measures: FootMeasures;
}

/** Room that may be left free at the foot of a page, in lines. */
const fillable = 2.2;
/** What text must fill of a hole, in lines, for a figure to go. */
const leastFilled = 2;
/** A table divided is no fault if it is higher than so much of a page. */
const highTable = 0.6;
/** More would leave too little of a page. */
const highest = 0.8;

/**
 * Finds figures and tables that leave a hole above the notes of a page since they have no room there, or would be
 * divided: where text can fill it, they stand at the head of the next page.
 *
 * @param candidates in their order
 * @param givesWay whether an item can begin or go on below a figure
 */
export function chooseHeads<C extends HeadCandidate>(
  flow: HeadedFlow,
  candidates: ReadonlyArray<C>,
  givesWay: (index: number) => boolean,
): C[] {
  let chosen: C[] = [];
  let before = new Trial(flow, chosen);
  for (const candidate of candidates) {
    const page = before.pageWithHole(candidate);
    if (page === undefined) continue;
    const more = [...chosen, candidate];
    const trial = new Trial(flow, more);
    if (!trial.isSound(givesWay) || !trial.fills(candidate, page, before)) continue;
    chosen = more;
    before = trial;
  }
  return chosen;
}

/** A section without the items that stand at heads. */
class Trial {
  readonly #flow: HeadedFlow;
  /** The indexes of the items that are left. */
  readonly #left: ReadonlyArray<number>;
  readonly #pages: ReadonlyArray<PlannedPage>;
  readonly #heads: ReadonlyArray<PlannedHead>;

  constructor(flow: HeadedFlow, chosen: ReadonlyArray<HeadCandidate>) {
    this.#flow = flow;
    const gone = new Map(chosen.flatMap((each) => indexesOf(each).map((index) => [index, each] as const)));
    const left = flow.items.flatMap((_, index) => (gone.has(index) ? [] : [index]));
    this.#left = left;
    const items = left.flatMap((index) => {
      const item = flow.items[index];
      const above = gone.get(index - 1);
      const below = gone.get(index + 1);
      if (item === undefined) return [];
      return [
        {
          ...item,
          ...(above && { gap: above.gapWithout }),
          ...(below?.first === index + 1 && { penalty: 0 }),
        },
      ];
    });
    const heads = [
      ...flow.heads,
      ...chosen.map((each) => ({
        after: each.first - 1,
        height: each.height,
        notes: indexesOf(each).flatMap((index) => flow.items[index]?.notes ?? []),
      })),
    ].toSorted((a, b) => a.after - b.after);
    this.#heads = heads.map((head) => ({
      ...head,
      after: left.findLastIndex((index) => index <= head.after),
    }));
    this.#pages = planFeet(items, flow.notes, flow.measures, this.#heads);
  }

  /** Index of the page on which a figure leaves a hole, or is divided and need not be. */
  pageWithHole({ first, last, height }: HeadCandidate): number | undefined {
    const isLow = height <= highTable * this.#flow.measures.pageHeight;
    const page = this.#pages.findIndex(({ end }) => (this.#left[end] ?? -1) >= first - 1);
    const ends = this.#left[this.#pages[page]?.end ?? -1] ?? -1;
    if (page < 0 || page === this.#pages.length - 1 || this.#endsAnyway(page)) return undefined;
    if (ends === first - 1) return this.#freeOn(page) > fillable ? page : undefined;
    return ends < last && isLow ? page : undefined;
  }

  /** Whether all that stands at heads has text below it that gives way, and no page is too full. */
  isSound(givesWay: (index: number) => boolean): boolean {
    const { pageHeight } = this.#flow.measures;
    const placed = this.#pages.reduce((sum, { heads }) => sum + (heads?.length ?? 0), 0);
    return (
      placed === this.#heads.length &&
      isInOrder(this.#pages, this.#flow.notes) &&
      this.#pages.every(({ heads = [], bottom = 0 }, page) => {
        if (heads.length === 0) return true;
        const height = heads.reduce((sum, index) => sum + (this.#heads[index]?.height ?? 0), 0);
        const next = this.#left[(this.#pages.slice(0, page).at(-1)?.end ?? -1) + 1];
        return height <= highest * pageHeight && bottom <= pageHeight && next !== undefined && givesWay(next);
      })
    );
  }

  /** Whether text fills the page that a figure has left. */
  fills({ first }: HeadCandidate, page: number, before: Trial): boolean {
    const ends = this.#left[this.#pages[page]?.end ?? -1] ?? -1;
    const free = this.#freeOn(page);
    const wasDivided = before.#freeOn(page) <= fillable;
    return ends > first && (free <= fillable || (!wasDivided && free <= before.#freeOn(page) - leastFilled));
  }

  #endsAnyway(page: number): boolean {
    return this.#flow.items[this.#left[this.#pages[page]?.end ?? -1] ?? -1]?.endsPage === true;
  }

  /** What is left free on a page, in lines. */
  #freeOn(index: number): number {
    const { pageHeight, separator, lineHeight } = this.#flow.measures;
    const { bottom, parts = [] } = this.#pages[index] ?? {};
    if (bottom === undefined) return 0;
    const taken = parts.length > 0 ? separator + heightOfParts(parts, this.#flow.notes) : 0;
    return (pageHeight - bottom - taken) / lineHeight;
  }
}

function indexesOf({ first, last }: HeadCandidate): number[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}
