import type { PageWindow } from './page-tools.ts';

/**
 * Adds what makes hyphens of the soft hyphens that end lines: readers who copy or search text
 * would else find both. Runs in the page.
 */
export function installLineHyphens(): void {
  const tools = (window as unknown as PageWindow).colophonTools;

  /** Soft hyphens that end a line, and those that Chrome had no need of. */
  tools.findHyphens = (): (() => void) => {
    const range = document.createRange();
    /** The text of what is kept together beside a soft hyphen. */
    const textIn = (sibling: Node | null): Text | undefined => {
      const text = sibling instanceof Text ? sibling : sibling?.firstChild;
      return text instanceof Text ? text : undefined;
    };
    /** Where the character there stands; -1 is the last one. */
    const topOf = (node: Text | undefined, at: number): number => {
      const start = at < 0 ? (node?.data.length ?? 0) + at : at;
      if (node === undefined || start < 0) return Number.NaN;
      range.setStart(node, start);
      range.setEnd(node, start + 1);
      // What begins a line also has a rectangle without width at the end of the line before.
      return [...range.getClientRects()].at(-1)?.top ?? Number.NaN;
    };
    const found: Array<{ node: Text; at: number; ends: boolean }> = [];
    for (const { element, lineHeight } of tools.paragraphs) {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (!(node instanceof Text)) continue;
        for (const { index } of node.data.matchAll(/\u00AD/g)) {
          const before = index > 0 ? topOf(node, index - 1) : topOf(textIn(node.previousSibling), -1);
          const after =
            index + 1 < node.data.length ? topOf(node, index + 1) : topOf(textIn(node.nextSibling), 0);
          found.push({ node, at: index, ends: after - before > lineHeight / 2 });
        }
      }
    }
    // From the last to the first: those before a change stay where they are.
    return () => {
      for (const { node, at, ends } of found.toReversed()) node.replaceData(at, 1, ends ? '\u2010' : '');
    };
  };
}
