import type { Root } from 'mdast';
import type { Point } from 'unist';
import { SKIP, visit, type VisitorResult } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { furtherPlaces } from '../../book/messages/further-places.ts';
import { report } from '../../book/messages/messages.ts';
import { linkedNumber } from './bracketed-entry.ts';
import { bracketedNumbers } from './bracketed-numbers.ts';
import { findBracketedRun } from './bracketed-run.ts';

/** Reports numbers in brackets in the running text, which are often what is left of notes. */
export function remarkSuspectNumbers() {
  return (tree: Root, file: VFile): void => {
    if (!/\[\d{1,3}\b/.test(String(file))) return;
    const hasEntries = findBracketedRun(tree, file) !== undefined;
    const found: Suspect[] = [];
    visit(tree, (node): VisitorResult => {
      if (node.type === 'text') {
        for (const { from, to, escaped, start } of bracketedNumbers(node, file)) {
          const isDoubled = node.value[from - 1] === '[' && node.value[to] === ']';
          if (escaped === 'none' && !isDoubled && start !== undefined)
            found.push({ written: node.value.slice(from, to), point: start });
        }
      }
      const linked = node.type === 'link' ? linkedNumber(node) : undefined;
      if (linked !== undefined && node.position)
        found.push({ written: `[${linked}]`, point: node.position.start });
      return node.type === 'link' || node.type === 'linkReference' ? SKIP : undefined;
    });
    if (hasEntries) reportAll(found, file);
    else for (const { written, point } of found) reportOne(written, point, file);
  };
}

/** What looks like a mark, and where. */
interface Suspect {
  readonly written: string;
  readonly point: Point;
}

/** Marks and their notes: one setting reads them all. */
function reportAll([first, ...others]: readonly Suspect[], file: VFile): void {
  if (first === undefined) return;
  const { written, point } = first;
  const further = furtherPlaces(others.map((each) => ({ file, point: each.point })));
  report(
    file,
    'note-bracketed',
    `${written} looks like a note, and the file ends with lines that begin so${further}`,
    point,
    {
      hint: `Set \`notes: { style: bracketed }\` in book.yaml, which reads them as notes, or write \\${written.replace(']', '\\]')} if no note is meant.`,
    },
  );
}

function reportOne(written: string, point: Point, file: VFile): void {
  report(file, 'note-bracketed', `${written} looks like the mark of a note`, point);
}
