import { EditMap } from 'micromark-util-edit-map';
import type { Event } from 'micromark-util-types';

/**
 * Lets the parser move, when it edits its list of events, only what stands behind the edit. Its own way
 * is to copy the whole list, which it does for every note, list and quotation that ends: a file of four
 * thousand notes was parsed in four times the time. What comes out is the same.
 */
export function quickenEdits(): void {
  EditMap.prototype.consume = consume;
}

function consume(this: EditMap, events: Event[]): undefined {
  const changes = this.map.toSorted(([a], [b]) => a - b);
  const pieces: Event[][] = [];
  for (const [at, removed, added] of changes.toReversed()) {
    pieces.push(events.slice(at + removed), added);
    events.length = at;
  }
  for (const piece of pieces.toReversed()) for (const event of piece) events.push(event);
  this.map.length = 0;
  this.index.clear();
}
