import type { List, ListItem, Paragraph, Root, RootContent } from 'mdast';
import { SKIP, visit, type VisitorResult } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { replaceIn } from '../../book/long-lists.ts';
import { report } from '../../book/messages/messages.ts';
import { monthNames } from '../../language/month-names.ts';
import { labelProperties } from './label-properties.ts';

/** What stands before an item. */
interface Marker {
  /** As typed: `1986.` */
  readonly written: string;
  readonly number: number;
  readonly sign: string;
}

/**
 * Takes numbers of lists as they were typed: dates and years that begin paragraphs make no list,
 * `1)` keeps its parenthesis, wide numbers get room. Numbers that a list cannot have are reported.
 */
export function remarkListMarkers() {
  return (tree: Root, file: VFile): void => {
    const months = monthNames(file.data.draft?.language ?? 'en');
    visit(tree, 'list', (list, index, parent): VisitorResult => {
      if (!list.ordered || list.data !== undefined || parent === undefined || index === undefined)
        return undefined;
      const markers = list.children.map((item) => markerOf(item, file));
      if (!markers.every((marker) => marker !== undefined)) return undefined;
      if (areDates(list, markers, months)) {
        const blocks = list.children.flatMap((item, at) => paragraphsOf(item, markers[at]));
        const siblings = parent.children as RootContent[];
        replaceIn(siblings, index, 1, blocks);
        joinToBefore(siblings, index);
        return [SKIP, index];
      }
      reportNumbers(list, markers, file);
      const [{ sign, number } = { sign: '.', number: 1 }] = markers;
      const width = String(number + list.children.length - 1).length;
      const enclosure = sign === ')' ? 'parenthesis' : 'point';
      const hProperties = labelProperties({ numbering: '1', enclosure }, width);
      if (Object.keys(hProperties).length > 0) list.data = { hProperties };
      return undefined;
    });
  };
}

function markerOf(item: ListItem, file: VFile): Marker | undefined {
  const from = item.position?.start.offset;
  if (from === undefined) return undefined;
  const [written, number, sign] = /^(\d{1,9})([.)])/.exec(String(file).slice(from, from + 12)) ?? [];
  if (written === undefined || number === undefined || sign === undefined) return undefined;
  return { written, number: Number(number), sign };
}

/**
 * Whether the items are paragraphs that begin with a day of a month or a year. Numbers that follow one
 * another read the same in a list.
 */
function areDates({ children }: List, markers: readonly Marker[], months: ReadonlySet<string>): boolean {
  if (markers.some(({ sign }) => sign !== '.')) return false;
  const inOrder = markers.length > 1 && isInOrder(markers);
  if (!inOrder && markers.every(({ number }) => number >= 1000)) return true;
  return children.every((item, index) => {
    const [, month = '', year] = /^(\p{L}+)\.?(?:\s+(\d{3,4})(?!\d))?/u.exec(beginningOf(item)) ?? [];
    const isDay = (markers[index]?.number ?? 0) <= 31 && months.has(month.toLowerCase());
    return isDay && (year !== undefined || !inOrder);
  });
}

function isInOrder(markers: readonly Marker[]): boolean {
  return markers.every(({ number }, index) => number === (markers[0]?.number ?? 0) + index);
}

function beginningOf({ children: [first] }: ListItem): string {
  const [text] = first?.type === 'paragraph' ? first.children : [];
  return text?.type === 'text' ? text.value : '';
}

/** What an item holds, with its marker as text. */
function paragraphsOf(item: ListItem, marker: Marker | undefined): ListItem['children'] {
  const [first, ...others] = item.children;
  const value = `${marker?.written ?? ''} `;
  const position = item.position && { start: item.position.start, end: item.position.end };
  if (first?.type !== 'paragraph') {
    const text: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: value.trim() }] };
    return [{ ...text, ...(position && { position }) }, ...item.children];
  }
  const [text, ...rest] = first.children;
  const start = item.position?.start;
  const whole = first.position && start && { position: { start, end: first.position.end } };
  if (text?.type !== 'text')
    return [{ ...first, ...whole, children: [{ type: 'text', value }, ...first.children] }, ...others];
  const place = text.position && start && { position: { start, end: text.position.end } };
  return [
    { ...first, ...whole, children: [{ ...text, ...place, value: value + text.value }, ...rest] },
    ...others,
  ];
}

/** A line that only looked like the beginning of a list goes on with the paragraph it stands in. */
function joinToBefore(blocks: RootContent[], index: number): void {
  const before = blocks[index - 1];
  const joined = blocks[index];
  if (before?.type !== 'paragraph' || joined?.type !== 'paragraph') return;
  if (!before.position || before.position.end.line + 1 !== joined.position?.start.line) return;
  before.children.push({ type: 'text', value: '\n' }, ...joined.children);
  before.position = { start: before.position.start, end: joined.position.end };
  blocks.splice(index, 1);
}

/** Lists number their items one after the other, whatever was typed behind the first. */
function reportNumbers({ children }: List, markers: readonly Marker[], file: VFile): void {
  const [first] = markers;
  // All the same is a way to leave the counting to the book.
  if (first === undefined || markers.every(({ number }) => number === first.number)) return;
  const at = markers.findIndex(({ number }, index) => number !== first.number + index);
  if (at === -1) return;
  const shown = `${first.number + at}${first.sign}`;
  report(
    file,
    'list-numbers',
    `${markers[at]?.written} is printed as ${shown}, since items are counted`,
    children[at],
  );
}
