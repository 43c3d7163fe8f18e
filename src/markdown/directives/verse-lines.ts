import type { Parent, PhrasingContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Position } from 'unist';
import { SKIP, visit, type VisitorResult } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { least } from '../../book/long-lists.ts';
import { splitText } from '../paragraph-lines.ts';

const noBreakSpace = '\u00a0';

/** The first node of a line of verse. */
interface LineStart {
  readonly parent: Parent;
  readonly node: PhrasingContent;
  /** Spaces typed before it, beyond those of the blocks around the poem. */
  readonly indent: number;
}

/**
 * Makes every line of a poem end where the author ended it, and begin as far in as the author
 * typed it, in spaces that do not break. What the whole poem is indented by does not count.
 *
 * @param poem the directive; it is changed in place
 * @param file the source, which alone has the spaces
 */
export function keepLines(poem: ContainerDirective, file: VFile): void {
  breakLines(poem, file);
  const starts = lineStarts(poem, String(file));
  const common = least(starts.map(({ indent }) => indent));
  for (const { parent, node, indent } of starts) {
    if (indent === common) continue;
    const spaces = noBreakSpace.repeat(indent - common);
    if (node.type === 'text') node.value = `${spaces}${node.value}`;
    else parent.children.splice(parent.children.indexOf(node), 0, { type: 'text', value: spaces });
  }
}

function breakLines(poem: ContainerDirective, file: VFile): void {
  visit(poem, 'text', (node, index, parent): VisitorResult => {
    if (parent === undefined || index === undefined || !node.value.includes('\n')) return undefined;
    const lines = splitText(node, file).flatMap((line, at): PhrasingContent[] => [
      ...(at > 0 ? [{ type: 'break' } as const] : []),
      ...(line.value ? [line] : []),
    ]);
    parent.children.splice(index, 1, ...lines);
    return [SKIP, index + lines.length];
  });
}

function lineStarts(poem: ContainerDirective, source: string): LineStart[] {
  const starts: LineStart[] = [];
  const add = (parent: Parent, node: PhrasingContent, position: Position): void => {
    const before = /(?:[ \t]*>)*([ \t]*)/y;
    before.lastIndex = source.lastIndexOf('\n', (position.start.offset ?? 0) - 1) + 1;
    const blanks = before.exec(source)?.[1] ?? '';
    starts.push({ parent, node, indent: blanks.length });
  };
  visit(poem, (node) => {
    if (!('children' in node) || node === poem) return;
    for (const [index, child] of (node.children as PhrasingContent[]).entries()) {
      const first =
        index === 0
          ? node.type === 'paragraph' && !node.data?.directiveLabel
          : node.children[index - 1]?.type === 'break';
      if (first && child.type !== 'break' && child.position) add(node, child, child.position);
    }
  });
  return starts;
}
