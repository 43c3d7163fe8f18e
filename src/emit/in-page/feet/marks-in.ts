import type { FlowItem } from './flow.ts';
import type { FootNote } from './foot-notes.ts';

/** The notes by index, of each item those whose marks are in it; what stands at heads is no item. */
export function marksIn(items: ReadonlyArray<FlowItem>, notes: ReadonlyArray<FootNote>): number[][] {
  const marks = items.map((): number[] => []);
  notes.forEach(({ mark }, index) => {
    if (mark.closest('.floated') !== null) return;
    const { top, bottom } = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
    const found = items.findIndex((item) => item.bottom > (top + bottom) / 2);
    marks[found < 0 ? items.length - 1 : found]?.push(index);
  });
  return marks;
}
