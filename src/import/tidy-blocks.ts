import type { List, Paragraph, PhrasingContent, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/** Lists whose items are short stand tight; two breaks in a row end a paragraph, as they are seen to. */
export function tidyBlocks(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'list') tighten(node);
    if (node.type !== 'paragraph' || parent === undefined || index === undefined) return undefined;
    const parts = dividedAtBreaks(node);
    parent.children.splice(index, 1, ...parts);
    return [SKIP, index + parts.length];
  });
}

function tighten(list: List): void {
  const isShort = list.children.every(
    ({ children }) => children.filter(({ type }) => type === 'paragraph').length <= 1,
  );
  if (!isShort) return;
  list.spread = false;
  for (const item of list.children) item.spread = false;
}

function dividedAtBreaks(paragraph: Paragraph): Paragraph[] {
  const parts: PhrasingContent[][] = [[]];
  for (const [index, child] of paragraph.children.entries()) {
    const doubled =
      child.type === 'break' && [index - 1, index + 1].some((at) => paragraph.children[at]?.type === 'break');
    if (!doubled) parts.at(-1)?.push(child);
    else if (parts.at(-1)?.length !== 0) parts.push([]);
  }
  const kept = parts.map(trimmed).filter((part) => part.length > 0);
  return kept.map((children) => ({ ...paragraph, children }));
}

/** Without breaks at its edges, which break nothing. */
function trimmed(children: PhrasingContent[]): PhrasingContent[] {
  const first = children.findIndex(({ type }) => type !== 'break');
  const last = children.findLastIndex(({ type }) => type !== 'break');
  return first < 0 ? [] : children.slice(first, last + 1);
}
