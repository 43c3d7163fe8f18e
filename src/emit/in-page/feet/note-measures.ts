import { flowOf } from './flow.ts';
import type { NoteCut } from './divide-note.ts';
import type { FootNote } from './foot-notes.ts';
import type { PlannedNote } from './plan-feet.ts';
import type { TextPlaces } from './text-places.ts';

/** Measures a note that is in one piece, wherever it stands. */
export function measureNote({ element, isNested }: FootNote, range: Range): PlannedNote {
  const { top, height } = element.getBoundingClientRect();
  const items = flowOf(element, range);
  // Lines are taken to stand about the middle of their letters, which are a little higher.
  const begin = Math.min(top, items[0]?.top ?? top);
  const cuts = items.slice(0, -1).map(({ bottom, penalty }) => ({ at: bottom - begin, penalty }));
  return { height, cuts, nested: isNested };
}

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
