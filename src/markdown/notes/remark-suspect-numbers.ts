import type { Root } from 'mdast';
import type { Point } from 'unist';
import { SKIP, visit, type VisitorResult } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../../book/messages/messages.ts';
import { linkedNumber } from './bracketed-entry.ts';
import { bracketedNumbers } from './bracketed-numbers.ts';
import { findBracketedRun } from './bracketed-run.ts';

/** Reports numbers in brackets in the running text, which are often what is left of notes. */
export function remarkSuspectNumbers() {
  return (tree: Root, file: VFile): void => {
    if (!/\[\d{1,3}\b/.test(String(file))) return;
    const hasEntries = findBracketedRun(tree, file) !== undefined;
    visit(tree, (node): VisitorResult => {
      if (node.type === 'text') {
        for (const { from, to, escaped, start } of bracketedNumbers(node, file)) {
          const isDoubled = node.value[from - 1] === '[' && node.value[to] === ']';
          if (escaped === 'none' && !isDoubled)
            reportNumbers(node.value.slice(from, to), start, hasEntries, file);
        }
      }
      const linked = node.type === 'link' ? linkedNumber(node) : undefined;
      if (linked !== undefined) reportNumbers(`[${linked}]`, node.position?.start, hasEntries, file);
      return node.type === 'link' || node.type === 'linkReference' ? SKIP : undefined;
    });
  };
}

function reportNumbers(written: string, start: Point | undefined, hasEntries: boolean, file: VFile): void {
  const [reason, hint] = hasEntries
    ? [
        `${written} looks like a note, and the file ends with lines that begin so`,
        `Set \`notes: { style: bracketed }\` in book.yaml, which reads them as notes, or write \\${written.replace(']', '\\]')} if no note is meant.`,
      ]
    : [`${written} looks like the mark of a note`, undefined];
  report(file, 'note-bracketed', reason, start, hint === undefined ? {} : { hint });
}
