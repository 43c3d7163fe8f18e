import type { Parents, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { stripped } from './author-schema.ts';

/**
 * Takes away what Markdown made of the text between the tags of an element that goes with its content, such as a
 * script in the midst of a paragraph: browsers read no elements there, and the end of one would end it.
 */
export function emptyStripped(tree: Root): void {
  visit(tree, (node) => {
    if ('children' in node && node.children.some(({ type }) => type === 'raw')) emptyIn(node);
  });
}

function emptyIn(parent: Parents): void {
  let open: RegExp | undefined;
  (parent as Root).children = (parent as Root).children.filter((child) => {
    const raw = child.type === 'raw' ? child.value : undefined;
    if (open !== undefined) {
      if (raw === undefined || !open.test(raw)) return false;
      open = undefined;
      return true;
    }
    if (raw !== undefined) open = endOfOpen(raw);
    return true;
  });
}

/** What ends the element that raw HTML opens and leaves open; one that nothing closes is told of as unclosed. */
function endOfOpen(raw: string): RegExp | undefined {
  const name = /^<([a-z]+)(?=[\s>])/i.exec(raw)?.[1]?.toLowerCase();
  if (name === undefined || name === 'embed' || !stripped.has(name)) return undefined;
  const end = new RegExp(String.raw`</${name}(?=[\s/>])`, 'i');
  return end.test(raw) ? undefined : end;
}
