import { choicesFrom, lateNotes, type Filled } from './page-choices.ts';
import type { FootMeasures, NotePart, PlannedItem, PlannedNote, PlannedPage } from './planned-pages.ts';
import { headOf, headsBehind, type PlannedHead } from './planned-heads.ts';

/** That a page is one more. */
const anotherPage = 2;
/** That text ends before the foot of a page without notes, and that the page facing it does not end there too. */
const [shortText, unevenSpread] = [4, 6];
/** In lines: what nobody sees. */
const tolerance = 0.4;
/** So many ways to end a page are gone further, and so many ways to have so many pages. */
const [mostChoices, mostWays] = [5, 8];

/** The pages up to one of them, on the best way there. */
interface Way {
  readonly page: PlannedPage | undefined;
  readonly previous: Way | undefined;
  readonly cost: number;
  /** The item that the next page begins with, and what notes it goes on with. */
  readonly start: number;
  readonly carried: ReadonlyArray<NotePart>;
  /** What is to stand at its head. */
  readonly waiting: ReadonlyArray<number>;
  /** By how many lines the left-hand page beside it is short. */
  readonly shortBeside: number;
}

/**
 * Where the pages of a section end so that every note begins on the page of its mark, little room is left
 * between text and notes, and no line of a paragraph stands alone: the best way for all pages together, not for one after
 * the other.
 *
 * @param heads what stands at the heads of pages, in the order of the text; what no page of text follows stands on none
 * @param isQuick takes for each page what is best for it alone: less follows from what is measured anew
 */
export function planFeet(
  items: ReadonlyArray<PlannedItem>,
  notes: ReadonlyArray<PlannedNote>,
  measures: FootMeasures,
  heads: ReadonlyArray<PlannedHead> = [],
  isQuick = false,
): PlannedPage[] {
  const known = new Map<string, ReadonlyArray<Filled>>();
  const choicesOf = ({ start, carried, waiting }: Way): ReadonlyArray<Filled> => {
    const key = JSON.stringify([start, carried, waiting]);
    const given = { items, notes, measures, head: headOf(waiting, heads, notes) };
    const choices = known.get(key) ?? choicesFrom(given, start, carried, isQuick ? 1 : mostChoices);
    known.set(key, choices);
    return choices;
  };
  let ways: Way[] = [
    { page: undefined, previous: undefined, cost: 0, start: 0, carried: [], waiting: [], shortBeside: 0 },
  ];
  let best: Way | undefined;
  for (let page = 0; ways.length > 0; page++) {
    const isLeft = (page % 2 === 0) === (measures.beginsLeft ?? false);
    const next = new Map<string, Way>();
    for (const way of ways) {
      if (best !== undefined && way.cost >= best.cost) continue;
      if (way.start >= items.length && way.carried.length === 0) {
        best = way;
        continue;
      }
      for (const choice of choicesOf(way)) {
        const to = follow(way, choice, { items, notes, heads, isFacing: !isLeft && page > 0 });
        const key = JSON.stringify([to.start, to.carried, to.waiting, Math.round(2 * to.shortBeside)]);
        if (to.cost < (next.get(key)?.cost ?? Infinity)) next.set(key, to);
      }
    }
    ways = [...next.values()].toSorted((a, b) => a.cost - b.cost).slice(0, isQuick ? 1 : mostWays);
  }
  return pagesOf(best);
}

/** What a page is judged in. */
interface Around {
  readonly items: ReadonlyArray<PlannedItem>;
  readonly notes: ReadonlyArray<PlannedNote>;
  readonly heads: ReadonlyArray<PlannedHead>;
  /** Whether the page before it faces it. */
  readonly isFacing: boolean;
}

function follow(
  way: Way,
  { page, rest, cost, short }: Filled,
  { items, notes, heads, isFacing }: Around,
): Way {
  const late = lateNotes(rest, notes);
  const hasText = page.bottom !== undefined;
  const waitsOn = items[page.end]?.endsPage === true ? [] : headsBehind(heads, way.start, page.end);
  const isUneven = isFacing && Math.abs(short - way.shortBeside) > tolerance;
  return {
    page: {
      ...page,
      ...(late.length > 0 && { late }),
      ...(hasText && way.waiting.length > 0 && { heads: way.waiting }),
    },
    previous: way,
    cost: way.cost + cost + anotherPage + (short > tolerance ? shortText : 0) + (isUneven ? unevenSpread : 0),
    start: page.end + 1,
    carried: rest,
    waiting: hasText ? waitsOn : way.waiting,
    shortBeside: isFacing ? 0 : short,
  };
}

function pagesOf(end: Way | undefined): PlannedPage[] {
  const pages: PlannedPage[] = [];
  for (let way = end; way?.page !== undefined; way = way.previous) pages.push(way.page);
  return pages.toReversed();
}
