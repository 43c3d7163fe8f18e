import type { Code, Paragraph, Parent, PhrasingContent, RootContent, Text } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Position } from 'unist';
import { SKIP, visit, type VisitorResult } from 'unist-util-visit';
import type { VFile } from 'vfile';
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
  const source = String(file);
  poem.children = withoutCode(poem.children, source) as typeof poem.children;
  breakLines(poem, file);
  const starts = lineStarts(poem, source.split('\n'));
  const least = Math.min(...starts.map(({ indent }) => indent));
  for (const { parent, node, indent } of starts) {
    if (indent === least) continue;
    const spaces = noBreakSpace.repeat(indent - least);
    if (node.type === 'text') node.value = `${spaces}${node.value}`;
    else parent.children.splice(parent.children.indexOf(node), 0, { type: 'text', value: spaces });
  }
}

/** The stanzas with those lines that Markdown took for code because they are indented by four spaces. */
function withoutCode(blocks: readonly RootContent[], source: string): RootContent[] {
  const result: RootContent[] = [];
  for (const block of blocks) {
    const stanza = block.type === 'code' && isIndented(block, source) ? stanzaOf(block, source) : block;
    const before = result.at(-1);
    // No blank line ends code: what follows directly belongs to the same stanza.
    const goesOn = before?.position?.end.line === (stanza.position?.start.line ?? 0) - 1;
    if (stanza !== block || !goesOn || before?.type !== 'paragraph' || stanza.type !== 'paragraph') {
      result.push(stanza);
    } else {
      before.children.push({ type: 'break' }, ...stanza.children);
      if (before.position && stanza.position) before.position.end = stanza.position.end;
    }
  }
  return result;
}

function isIndented(code: Code, source: string): boolean {
  return !/^ {0,3}(?:```|~~~)/.test(source.slice(code.position?.start.offset));
}

function stanzaOf(code: Code, source: string): Paragraph {
  const { position } = code;
  const offset = position?.start.offset ?? 0;
  const typed = source.slice(source.lastIndexOf('\n', offset - 1) + 1).split('\n');
  const line = position?.start.line ?? 1;
  const children = code.value.split('\n').map((value, index): PhrasingContent[] => {
    const text = value.trimStart();
    const column = (typed[index] ?? '').indexOf(text) + 1;
    const point = { line: line + index, column };
    const node: Text = { type: 'text', value: text, position: { start: point, end: point } };
    return index > 0 ? [{ type: 'break' }, node] : [node];
  });
  return { type: 'paragraph', children: children.flat(), ...(position && { position: { ...position } }) };
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

function lineStarts(poem: ContainerDirective, source: readonly string[]): LineStart[] {
  const starts: LineStart[] = [];
  const add = (parent: Parent, node: PhrasingContent, position: Position): void => {
    const [, , blanks = ''] = /^([ \t]*>)*([ \t]*)/.exec(source[position.start.line - 1] ?? '') ?? [];
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
