/**
 * Where a text changes, Chrome shapes anew as much of this text as may look otherwise and keeps what it knows
 * of the texts beside it: of a ligature over the edge of both, the letters of one are lost. So a text whose
 * word may go on in another is emptied first: then it has no layout, and all of its paragraph is shaped anew.
 */
export function replaceHyphen(node: Text, at: number, by: string): void {
  const [before, after] = [node.data.slice(0, at), node.data.slice(at + 1)];
  if (/\s/.test(before) && /\s/.test(after)) {
    node.replaceData(at, 1, by);
    return;
  }
  node.data = '';
  node.data = before + by + after;
}

/** Whether characters stand in lines of their own; columns begin further up than the last one ended. */
export function isApart(before: number, after: number, lineHeight: number): boolean {
  return Math.abs(after - before) > lineHeight / 2;
}

/** Where the character behind a place in a text stands. */
export function topBehind(range: Range, node: Text, at: number): number {
  return at + 1 < node.data.length
    ? topOf(range, node, at + 1)
    : topOf(range, textBeside(node, 'nextSibling'), 0);
}

/** The text beside a text of the same line, be it in another element. */
export function textBeside(node: Text, side: 'nextSibling' | 'previousSibling'): Text | undefined {
  let at: Node = node;
  while (at[side] === null) {
    const parent: HTMLElement | null = at.parentElement;
    if (parent === null || getComputedStyle(parent).display !== 'inline') return undefined;
    at = parent;
  }
  let beside: Node | null = at[side];
  while (beside instanceof Element) beside = side === 'nextSibling' ? beside.firstChild : beside.lastChild;
  if (!(beside instanceof Text)) return undefined;
  return beside.data === '' ? textBeside(beside, side) : beside;
}

/** Where the character there stands; -1 is the last one. */
export function topOf(range: Range, node: Text | undefined, at: number): number {
  const start = at < 0 ? (node?.data.length ?? 0) + at : at;
  if (node === undefined || start < 0) return Number.NaN;
  range.setStart(node, start);
  range.setEnd(node, start + 1);
  // What begins a line also has a rectangle without width at the end of the line before.
  return [...range.getClientRects()].at(-1)?.top ?? Number.NaN;
}

/** Where a character and the one behind it in the same text stand, asked for together: long books have thousands. */
export function topsOfBoth(range: Range, node: Text, at: number): readonly [number, number] {
  range.setStart(node, at);
  range.setEnd(node, at + 2);
  const rects = [...range.getClientRects()];
  // Without width is what stands at the end of the line before.
  const first = rects.find(({ width }) => width > 0);
  return [first?.top ?? Number.NaN, rects.at(-1)?.top ?? Number.NaN];
}
