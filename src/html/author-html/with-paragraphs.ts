import type { RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { element } from '../element.ts';
import { contentModels } from './content-models.ts';

/**
 * Nodes with paragraphs made of text that stands between blocks by itself: what raw HTML without a
 * block around it leaves, or an element that is taken away.
 */
export function withParagraphs(nodes: readonly RootContent[]): RootContent[] {
  const all: RootContent[] = [];
  let run: RootContent[] = [];
  for (const node of nodes) {
    if (isLoose(node)) run.push(node);
    else {
      all.push(...paragraphOf(run), node);
      run = [];
    }
  }
  return [...all, ...paragraphOf(run)];
}

/** Whether a node is running text; an `<a>` or `<ins>` may stand around blocks. */
function isLoose(node: RootContent): boolean {
  if (node.type !== 'element') return node.type === 'text';
  const stands = contentModels.get(node.tagName)?.stands;
  return stands === 'phrasing' && node.children.every((child) => child.type !== 'element' || isLoose(child));
}

/** A paragraph of a run with words in it; the blanks around it stay outside, and so does a run without any. */
function paragraphOf(run: readonly RootContent[]): RootContent[] {
  const isWordy = (node: RootContent): boolean => node.type !== 'doctype' && toString(node).trim() !== '';
  const first = run.findIndex(isWordy);
  if (first === -1) return [...run];
  const end = run.findLastIndex(isWordy) + 1;
  const inside = run.slice(first, end).flatMap((node) => (node.type === 'doctype' ? [] : [node]));
  const place = inside.find(({ position }) => position !== undefined)?.position;
  return [...run.slice(0, first), element('p', {}, inside, place), ...run.slice(end)];
}
