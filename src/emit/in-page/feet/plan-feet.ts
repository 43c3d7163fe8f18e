import { fitNotes } from './fit-notes.ts';

/** What stands one below the other in a section. Lengths in CSS pixels. */
export interface PlannedItem {
  readonly height: number;
  /** The room above it where it does not begin a page. */
  readonly gap: number;
  /** The room above it where it begins a page. */
  readonly topGap: number;
  /** How bad it is to end a page behind it. */
  readonly penalty: number;
  /** The notes whose marks are in it, by index. */
  readonly notes: ReadonlyArray<number>;
}

/** A note: how high it is, and where it may be divided. */
export interface PlannedNote {
  /** Whether only another note cites it, the one before it or one that this one's belongs to. */
  readonly nested?: boolean;
  readonly height: number;
  readonly cuts: ReadonlyArray<{ readonly at: number; readonly penalty: number }>;
}

/** Part of a note: from one height in it to another. */
export interface NotePart {
  readonly note: number;
  readonly from: number;
  readonly to: number;
}

export interface PlannedPage {
  /** The last item on it; that of the page before where it has notes alone. */
  readonly end: number;
  /** The lower edge of that item from the top of the page; absent where the page has notes alone. */
  readonly bottom?: number;
  readonly parts: ReadonlyArray<NotePart>;
}

export interface FootMeasures {
  readonly pageHeight: number;
  readonly lineHeight: number;
  /** What is between text and notes at least, with the rule. */
  readonly separator: number;
}

/** What measured heights may be wrong by, in CSS pixels. */
export const slack = 1.5;

/** Where a page might end, and what it would cost. */
interface Choice extends PlannedPage {
  readonly cost: number;
}

interface Given {
  readonly items: ReadonlyArray<PlannedItem>;
  readonly notes: ReadonlyArray<PlannedNote>;
  readonly measures: FootMeasures;
}

/**
 * Where the pages of a section end so that every note begins on the page of its mark and little room is left
 * between text and notes.
 */
export function planFeet(
  items: ReadonlyArray<PlannedItem>,
  notes: ReadonlyArray<PlannedNote>,
  measures: FootMeasures,
): PlannedPage[] {
  const pages: PlannedPage[] = [];
  let start = 0;
  let carried: ReadonlyArray<NotePart> = [];
  while (start < items.length || carried.length > 0) {
    const { page, rest } = bestPage({ items, notes, measures }, start, carried);
    pages.push(page);
    start = page.end + 1;
    carried = rest;
  }
  return pages;
}

/** A page, and what of its notes goes on behind it. */
interface Filled {
  readonly page: PlannedPage;
  readonly rest: ReadonlyArray<NotePart>;
}

function bestPage(given: Given, start: number, carried: ReadonlyArray<NotePart>): Filled {
  const { items, notes, measures } = given;
  let best: (Filled & { readonly page: Choice }) | undefined;
  let bottom = 0;
  const wanted: NotePart[] = [...carried];
  let lastMark = start;
  for (let index = start; index < items.length; index++) {
    const item = items[index];
    if (item === undefined) break;
    bottom += (index === start ? item.topGap : item.gap) + item.height;
    if (bottom > measures.pageHeight + 0.5 && index > start) break;
    for (const note of item.notes) {
      lastMark = index;
      wanted.push({ note, from: 0, to: notes[note]?.height ?? 0 });
    }
    const choice = choiceAt(given, { end: index, bottom, lastMark, wanted });
    if (choice !== undefined && choice.page.cost <= (best?.page.cost ?? Infinity)) best = choice;
  }
  if (best !== undefined) return best;
  if (carried.length > 0) {
    // Notes that fill a page have it alone.
    const fit = fitNotes(carried, notes, measures.pageHeight - measures.separator - slack);
    return { page: { end: start - 1, parts: fit?.parts ?? carried }, rest: fit?.rest ?? [] };
  }
  // What is higher than a page is left to itself, and what belongs to it follows.
  const own = (items[start]?.notes ?? []).map((note) => ({ note, from: 0, to: notes[note]?.height ?? 0 }));
  return { page: { end: start, bottom: items[start]?.height ?? 0, parts: [] }, rest: own };
}

/** Where a page may end: the item, its lower edge, the last item with a mark, and all notes to be begun. */
interface PossibleEnd {
  readonly end: number;
  readonly bottom: number;
  readonly lastMark: number;
  readonly wanted: ReadonlyArray<NotePart>;
}

/** The page that ends behind an item; undefined where its notes have no room. */
function choiceAt(
  { items, notes, measures }: Given,
  { end, bottom, lastMark, wanted }: PossibleEnd,
): (Filled & { readonly page: Choice }) | undefined {
  const { pageHeight, lineHeight, separator } = measures;
  const isLast = end === items.length - 1;
  const room = pageHeight - bottom - (wanted.length > 0 ? separator + slack : 0);
  if (wanted.length > 0 && room < 0) return undefined;
  const fit = fitNotes(wanted, notes, room);
  if (fit === undefined) return undefined;
  const gap = fit.left / lineHeight;
  const isCut = fit.rest.length > 0;
  let cost = fit.penalty + (isLast ? 0 : (items[end]?.penalty ?? 0));
  if (!isLast || isCut) cost += gap <= 1 ? gap : gap <= 2 ? 2 * gap : 4 + 40 * (gap - 2);
  // Of a note that fills pages about a half stands on each; of others as much as there is room for.
  const fillsPages = isCut && (fit.rest[0]?.note ?? 0) === wanted[0]?.note && (wanted[0]?.from ?? 0) > 0;
  if (fillsPages) cost += 5 + (0.3 * Math.abs(bottom - pageHeight / 2)) / lineHeight;
  else if (isCut) cost += 5 + 0.2 * (end - lastMark);
  return { page: { end, bottom, parts: fit.parts, cost }, rest: fit.rest };
}
