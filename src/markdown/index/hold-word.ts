import type { PhrasingContent, Text } from 'mdast';
import type { IndexMark } from '../../book/nodes.ts';

/**
 * Gives a mark without words the word beside it to hold: an empty element at the end of a line
 * might be on one page and the word it belongs to on the next. The text stays the same, except
 * that of two blanks around the mark one goes.
 *
 * @param siblings the line of text the mark stands in
 * @param index its place there
 */
export function holdWord(siblings: PhrasingContent[], index: number): void {
  const mark = siblings[index];
  if (mark?.type !== 'indexMark') return;
  const before = textAt(siblings, index - 1);
  const after = textAt(siblings, index + 1);
  const begins = after === undefined || /^\s/.test(after.value);
  const ends = before === undefined || /\s$/.test(before.value);
  if (!ends && before !== undefined && begins) {
    take(mark, before, /\S+$/);
    return;
  }
  if (after === undefined) {
    if (before !== undefined) take(mark, before, /\S+\s*$/);
    return;
  }
  // Of two blanks one is left; a blank within the mark could be all of it that a line ends with.
  const blank = /^\s+/.exec(after.value)?.[0] ?? '';
  after.value = after.value.slice(blank.length);
  take(mark, after, /^\S+/);
  if (blank !== '' && !(ends && before !== undefined))
    siblings.splice(index, 0, { type: 'text', value: blank });
}

function textAt(siblings: ReadonlyArray<PhrasingContent>, index: number): Text | undefined {
  const node = siblings[index];
  return node?.type === 'text' && node.value.trim() !== '' ? node : undefined;
}

function take(mark: IndexMark, text: Text, pattern: RegExp): void {
  const word = pattern.exec(text.value)?.[0];
  if (word === undefined) return;
  text.value = pattern.source.startsWith('^')
    ? text.value.slice(word.length)
    : text.value.slice(0, text.value.length - word.length);
  mark.children = [{ type: 'text', value: word }];
}
