import { fitNotes } from './fit-notes.ts';
import { never } from './flow.ts';
import {
  type FootMeasures,
  type NotePart,
  type PlannedItem,
  type PlannedNote,
  type PlannedPage,
  slack,
} from './planned-pages.ts';
import { wholeNote, type Head } from './planned-heads.ts';

/** A page, and what of its notes goes on behind it. */
export interface Filled {
  readonly page: PlannedPage;
  readonly rest: ReadonlyArray<NotePart>;
  /** How bad it is to end it there. */
  readonly cost: number;
  /** By how many lines its text ends before its foot, where it has no notes and text goes on behind it. */
  readonly short: number;
}

/** What a page is filled from. */
export interface Given {
  readonly items: ReadonlyArray<PlannedItem>;
  readonly notes: ReadonlyArray<PlannedNote>;
  readonly measures: FootMeasures;
  /** What stands at the head of the page, together. */
  readonly head: Head;
}

/** How bad it is that a note begins on the page behind that of its mark: worse than all but what no page may do. */
const tooLate = 300;
/** By how much worse than the best a page may end to be thought of. */
const mostWorse = 60;

/** So many lines from full a page is judged only where there is nothing but what is as bad as this. */
const [far, bad] = [6, 50];

/** The notes that should have begun before the rest of them. */
export function lateNotes(rest: ReadonlyArray<NotePart>, notes: ReadonlyArray<PlannedNote>): number[] {
  return rest.flatMap(({ note, from }) => (from === 0 && notes[note]?.nested !== true ? [note] : []));
}

/**
 * Where a page may end that begins with an item, or goes on with notes: the best first, and the later of those that are
 * as good.
 *
 * @param most of the ways
 */
export function choicesFrom(
  given: Given,
  start: number,
  carried: ReadonlyArray<NotePart>,
  most: number,
): ReadonlyArray<Filled> {
  const { pageHeight, separator, lineHeight } = given.measures;
  const near = endsOf(given, start, carried, false, pageHeight - separator - far * lineHeight);
  const ends = (near[0]?.cost ?? Infinity) < bad ? near : endsOf(given, start, carried, false);
  const limit = Math.min(never, (ends[0]?.cost ?? 0) + mostWorse);
  const good = ends.filter(({ cost }) => cost < limit);
  if (good.length > 0) return good.slice(0, most);
  // Rather than that a heading stands alone, a note begins on the page behind.
  const late = carried.length > 0 ? [] : endsOf(given, start, carried, true);
  const best = [...ends.slice(0, 1), ...late.slice(0, 1)].toSorted((a, b) => a.cost - b.cost)[0];
  return [best ?? pageWithout(given, start, carried)];
}

/**
 * Where a page may end on which all notes begin whose marks are on it.
 *
 * @param mayBeLate whether some may begin behind it
 * @param fewest how much of the page text and notes must take for it to be judged
 */
function endsOf(
  given: Given,
  start: number,
  carried: ReadonlyArray<NotePart>,
  mayBeLate: boolean,
  fewest = 0,
): Filled[] {
  const { items, notes, measures, head } = given;
  const ends: Filled[] = [];
  let bottom = head.height;
  const wanted: NotePart[] = [...carried, ...head.wanted];
  let lastMark = start;
  /** How high all of them are at most. */
  let most = wanted.reduce((sum, { from, to }) => sum + to - from, 0);
  for (let index = start; index < items.length; index++) {
    const item = items[index];
    if (item === undefined) break;
    bottom += (index === start ? item.topGap : item.gap) + item.height;
    if (bottom > measures.pageHeight + 0.5 && index > start) break;
    for (const note of item.notes) {
      lastMark = index;
      wanted.push(wholeNote(note, notes));
      most += notes[note]?.height ?? 0;
    }
    const isFar = bottom + most < fewest && index < items.length - 1 && item.endsPage !== true;
    const choice = isFar ? undefined : choiceAt(given, { end: index, bottom, lastMark, wanted, mayBeLate });
    if (choice !== undefined) ends.push(choice);
    if (item.endsPage === true) break;
  }
  return ends.toSorted((a, b) => a.cost - b.cost || b.page.end - a.page.end);
}

/** The page that begins with an item, or goes on with notes, where not all have the room they should. */
function pageWithout(
  { items, notes, measures, head }: Given,
  start: number,
  carried: ReadonlyArray<NotePart>,
): Filled {
  const without = { cost: 2 * never, short: 0 };
  const room = measures.pageHeight - measures.separator - slack;
  if (carried.length > 0) {
    // Notes that fill a page have it alone.
    const fit = fitNotes(carried, notes, room, true);
    return { page: { end: start - 1, parts: fit?.parts ?? carried }, rest: fit?.rest ?? [], ...without };
  }
  const item = items[start];
  const bottom = head.height + (item?.topGap ?? 0) + (item?.height ?? 0);
  const own = [...head.wanted, ...(item?.notes ?? []).map((note) => wholeNote(note, notes))];
  // Of several notes the first ones begin; what is higher than a page is left to itself, and what belongs to it follows.
  const fit = fitNotes(own, notes, room - bottom, true) ?? { parts: [], rest: own };
  return { page: { end: start, bottom, parts: fit.parts }, rest: fit.rest, ...without };
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
): Filled | undefined {
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
  const short = isLast || wanted.length > 0 ? 0 : gap;
  return { page: { end, bottom, parts: fit.parts }, rest: fit.rest, cost, short };
}
