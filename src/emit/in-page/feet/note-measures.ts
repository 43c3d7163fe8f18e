import { flowOf } from './flow.ts';
import type { NoteCut } from './divide-note.ts';
import type { FootNote, ShortNotes } from './foot-notes.ts';
import type { PlannedNote } from './planned-pages.ts';
import { textsOf, type TextPlaces } from './text-places.ts';

/**
 * Measures a note that is in one piece, wherever it stands.
 *
 * @param short where notes of one line stand
 */
export function measureNote({ element, isNested }: FootNote, range: Range, short: ShortNotes): PlannedNote {
  const { top, height } = element.getBoundingClientRect();
  const items = flowOf(element, range);
  // Lines are taken to stand about the middle of their letters, which are a little higher.
  const begin = Math.min(top, items[0]?.top ?? top);
  const cuts = items.slice(0, -1).map(({ bottom, penalty }) => ({ at: bottom - begin, penalty }));
  const share = short === 'below' || items.length !== 1 ? undefined : shareOf(element, range, short);
  return { height, cuts, nested: isNested, ...(share !== undefined && { share }) };
}

/** How much of a line a note takes with the room beside it; nothing where it is too long for a column. */
function shareOf(note: HTMLElement, range: Range, short: ShortNotes): number | undefined {
  const list = note.parentElement;
  if (list === null) return undefined;
  const texts = textsOf(note).flatMap((text) => {
    range.selectNodeContents(text);
    return [...range.getClientRects()].filter(({ width }) => width > 0);
  });
  const { left, right } = note.getBoundingClientRect();
  const style = getComputedStyle(list);
  const width =
    style.direction === 'rtl'
      ? right - Math.min(...texts.map((rect) => rect.left))
      : Math.max(...texts.map((rect) => rect.right)) - left;
  const between = Number.parseFloat(style.columnGap);
  const padding = Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight);
  const share = (width + inaccuracy + between) / (list.getBoundingClientRect().width - padding + between);
  if (short === 'beside') return share;
  const columns = Number.parseInt(style.getPropertyValue('--note-columns'), 10);
  return share * columns <= 1 ? 1 / columns : undefined;
}

/** What the width of a note may be wrong by, in CSS pixels. */
const inaccuracy = 1;

/**
 * Where a note that is in one piece is divided.
 *
 * @param index of the cut
 */
export function cutOf(note: HTMLElement, index: number, places: TextPlaces): NoteCut | undefined {
  const items = flowOf(note, places.range);
  const [item, next] = [items[index], items[index + 1]];
  if (item === undefined || next === undefined) return undefined;
  if (next.block === item.block) return places.firstBelow(item.block, item.bottom);
  let at = next.block;
  for (let parent = at.parentElement; parent !== null && parent !== note.parentElement;) {
    if (parent.contains(item.block)) return at;
    at = parent;
    parent = at.parentElement;
  }
  return undefined;
}
