import { EditMap } from 'micromark-util-edit-map';
import type { Event } from 'micromark-util-types';
import { expect, test } from 'vitest';
import { quickenEdits } from '../../../src/markdown/reading/quick-edits.ts';

const events = (names: string): Event[] => Array.from(names, (name) => [name] as unknown as Event);

const written = (list: ReadonlyArray<Event>): string => list.map(([name]) => name as string).join('');

function edited(names: string): string {
  const map = new EditMap();
  map.add(4, 1, events('XY'));
  map.add(1, 0, events('AB'));
  map.add(6, 2, []);
  map.addBefore(1, 1, events('C'));
  const list = events(names);
  map.consume(list);
  map.consume(list);
  return written(list);
}

test('the events are what the package makes of them', () => {
  const before = edited('abcdefgh');
  quickenEdits();
  expect(edited('abcdefgh')).toBe(before);
  expect(before).toBe('aCABcdXYf');
});

test('what stands before an edit is not touched', () => {
  quickenEdits();
  const list = events('abcdefgh');
  let moved = 0;
  const watched = new Proxy(list, {
    set: (target, key, value) => {
      moved++;
      return Reflect.set(target, key, value);
    },
  });
  const map = new EditMap();
  map.add(7, 0, events('X'));
  map.consume(watched);
  expect(written(list)).toBe('abcdefgXh');
  expect(moved).toBeLessThan(8);
});
