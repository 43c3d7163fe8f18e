import { fitNotes } from './fit-notes.ts';
import { never } from './flow.ts';
import { headOf, headsBehind, wholeNote, type Head, type PlannedHead } from './planned-heads.ts';

/** What stands one below the other in a section. Lengths in CSS pixels. */
export interface PlannedItem {
  readonly height: number;
  /** The room above it where it does not begin a page. */
  readonly gap: number;
  /** The room above it where it begins a page. */
  readonly topGap: number;
  /** How bad it is to end a page behind it. */
  readonly penalty: number;
  /** Whether its page ends behind it in any case. */
  readonly endsPage?: boolean;
  /** The notes whose marks are in it, by index. */
  readonly notes: ReadonlyArray<number>;
}

/** A note: how high it is, and where it may be divided. */
export interface PlannedNote {
  /** Whether only another note cites it, the one before it or one that this one's belongs to. */
  readonly nested?: boolean;
  readonly height: number;
  /** How much of a line it takes with the room beside it; absent where it stands on lines of its own. */
  readonly share?: number;
  /** Which of the lists of its section it comes from. */
  readonly list?: number;
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
  /** The notes that should begin on it, and have no room. */
  readonly late?: ReadonlyArray<number>;
  /** What stands at its head, by index; absent where nothing does. */
  readonly heads?: ReadonlyArray<number>;
}

export interface FootMeasures {
  readonly pageHeight: number;
  readonly lineHeight: number;
  /** What is between text and notes at least, with the rule. */
  readonly separator: number;
}

/** What measured heights may be wrong by, in CSS pixels. */
export const slack = 1.5;

/** How bad it is that a note begins on the page behind that of its mark: worse than all but what no page may do. */
const tooLate = 300;

/** The notes that should have begun before the rest of them. */
function lateNotes(rest: ReadonlyArray<NotePart>, notes: ReadonlyArray<PlannedNote>): number[] {
  return rest.flatMap(({ note, from }) => (from === 0 && notes[note]?.nested !== true ? [note] : []));
}

/** Where a page might end, and what it would cost. */
interface Choice extends PlannedPage {
  readonly cost: number;
}

interface Given {
  readonly items: ReadonlyArray<PlannedItem>;
  readonly notes: ReadonlyArray<PlannedNote>;
  readonly measures: FootMeasures;
  /** What stands at the head of the page, together. */
  readonly head: Head;
}

/**
 * Where the pages of a section end so that every note begins on the page of its mark and little room is left
 * between text and notes.
 *
 * @param heads what stands at the heads of pages, in the order of the text; what no page of text follows stands on none
 */
export function planFeet(
  items: ReadonlyArray<PlannedItem>,
  notes: ReadonlyArray<PlannedNote>,
  measures: FootMeasures,
  heads: ReadonlyArray<PlannedHead> = [],
): PlannedPage[] {
  const pages: PlannedPage[] = [];
  let start = 0;
  let carried: ReadonlyArray<NotePart> = [];
  let waiting: ReadonlyArray<number> = [];
  while (start < items.length || carried.length > 0) {
    const given = { items, notes, measures, head: headOf(waiting, heads, notes) };
    const { page, rest } = pageFrom(given, start, carried);
    const late = lateNotes(rest, notes);
    const hasText = page.bottom !== undefined;
    pages.push({
      ...page,
      ...(late.length > 0 && { late }),
      ...(hasText && waiting.length > 0 && { heads: waiting }),
    });
    if (hasText) waiting = items[page.end]?.endsPage === true ? [] : headsBehind(heads, start, page.end);
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

interface Best extends Filled {
  readonly page: Choice;
}

/** The page that begins with an item, or goes on with notes. */
function pageFrom(given: Given, start: number, carried: ReadonlyArray<NotePart>): Filled {
  const best = bestPage(given, start, carried, false);
  if (best !== undefined && best.page.cost < never) return best;
  // Rather than that a heading stands alone, a note begins on the page behind.
  const late = carried.length > 0 ? undefined : bestPage(given, start, carried, true);
  const better = [best, late].filter((each) => each !== undefined);
  return better.toSorted((a, b) => a.page.cost - b.page.cost)[0] ?? pageWithout(given, start, carried);
}

/**
 * The page on which all notes begin whose marks are on it; undefined where there is none.
 *
 * @param mayBeLate whether some may begin behind it
 */
function bestPage(
  given: Given,
  start: number,
  carried: ReadonlyArray<NotePart>,
  mayBeLate: boolean,
): Best | undefined {
  const { items, notes, measures, head } = given;
  let best: Best | undefined;
  let bottom = head.height;
  const wanted: NotePart[] = [...carried, ...head.wanted];
  let lastMark = start;
  for (let index = start; index < items.length; index++) {
    const item = items[index];
    if (item === undefined) break;
    bottom += (index === start ? item.topGap : item.gap) + item.height;
    if (bottom > measures.pageHeight + 0.5 && index > start) break;
    for (const note of item.notes) {
      lastMark = index;
      wanted.push(wholeNote(note, notes));
    }
    const choice = choiceAt(given, { end: index, bottom, lastMark, wanted, mayBeLate });
    if (choice !== undefined && choice.page.cost <= (best?.page.cost ?? Infinity)) best = choice;
    if (item.endsPage === true) break;
  }
  return best;
}

/** The page that begins with an item, or goes on with notes, where not all have the room they should. */
function pageWithout(
  { items, notes, measures, head }: Given,
  start: number,
  carried: ReadonlyArray<NotePart>,
): Filled {
  const room = measures.pageHeight - measures.separator - slack;
  if (carried.length > 0) {
    // Notes that fill a page have it alone.
    const fit = fitNotes(carried, notes, room, true);
    return { page: { end: start - 1, parts: fit?.parts ?? carried }, rest: fit?.rest ?? [] };
  }
  const item = items[start];
  const bottom = head.height + (item?.topGap ?? 0) + (item?.height ?? 0);
  const own = [...head.wanted, ...(item?.notes ?? []).map((note) => wholeNote(note, notes))];
  // Of several notes the first ones begin; what is higher than a page is left to itself, and what belongs to it follows.
  const fit = fitNotes(own, notes, room - bottom, true) ?? { parts: [], rest: own };
  return { page: { end: start, bottom, parts: fit.parts }, rest: fit.rest };
}

/** Where a page may end: the item, its lower edge, the last item with a mark, and all notes to be begun. */
interface PossibleEnd {
  readonly end: number;
  readonly bottom: number;
  readonly lastMark: number;
  readonly wanted: ReadonlyArray<NotePart>;
  readonly mayBeLate: boolean;
}

/** The page that ends behind an item; undefined where its notes have no room. */
function choiceAt(
  { items, notes, measures }: Given,
  { end, bottom, lastMark, wanted, mayBeLate }: PossibleEnd,
): Best | undefined {
  const { pageHeight, lineHeight, separator } = measures;
  const isLast = end === items.length - 1 || items[end]?.endsPage === true;
  const room = pageHeight - bottom - (wanted.length > 0 ? separator + slack : 0);
  if (wanted.length > 0 && room < 0) return undefined;
  const fit = fitNotes(wanted, notes, room, mayBeLate);
  if (fit === undefined) return undefined;
  const gap = fit.left / lineHeight;
  const isCut = fit.rest.length > 0;
  let cost =
    fit.penalty + lateNotes(fit.rest, notes).length * tooLate + (isLast ? 0 : (items[end]?.penalty ?? 0));
  if (!isLast || isCut) cost += gap <= 1 ? gap : gap <= 2 ? 2 * gap : 14 + 40 * (gap - 2);
  // Of a note that fills pages about a half stands on each; of others as much as there is room for.
  const fillsPages = isCut && (fit.rest[0]?.note ?? 0) === wanted[0]?.note && (wanted[0]?.from ?? 0) > 0;
  if (fillsPages) cost += 5 + (0.3 * Math.abs(bottom - pageHeight / 2)) / lineHeight;
  else if (isCut) cost += 5 + 0.2 * (end - lastMark);
  return { page: { end, bottom, parts: fit.parts, cost }, rest: fit.rest };
}
