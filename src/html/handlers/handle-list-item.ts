import type { Element, ElementContent } from 'hast';
import type { List, ListItem, Parents } from 'mdast';
import { defaultHandlers } from 'remark-rehype';
import type { Labels } from '../../book/labels.ts';
import { element, text } from '../element.ts';
import type { Handler } from './handler.ts';

/**
 * A list item; in a task list a sign in place of the form control, which books cannot have.
 *
 * @param labels the accessible names of the signs
 */
export function listItem(labels: Labels): Handler {
  const known = new WeakMap<List, List>();
  return (state, node: ListItem, parent: Parents | undefined) => {
    const item = defaultHandlers.listItem(
      state,
      node,
      parent?.type === 'list' ? bare(parent, known) : parent,
    );
    if (typeof node.checked === 'boolean') replaceControl(item, sign(node.checked, labels));
    return item;
  };
}

/** A list as loose as another, but without items: the default handler looks at all of them for each of them. */
function bare(list: List, known: WeakMap<List, List>): List {
  const before = known.get(list);
  if (before !== undefined) return before;
  const isLoose = list.children.some(({ spread, children }) => spread ?? children.length > 1);
  const found: List = { type: 'list', spread: list.spread === true || isLoose, children: [] };
  known.set(list, found);
  return found;
}

function sign(done: boolean, labels: Labels): Element {
  const ariaLabel = done ? labels.taskDone : labels.taskOpen;
  return element('span', { className: ['task'], role: 'img', ariaLabel }, [text(done ? '☑' : '☐')]);
}

function replaceControl(parent: Element, replacement: ElementContent): boolean {
  for (const [index, child] of parent.children.entries()) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'input') {
      parent.children[index] = replacement;
      return true;
    }
    if (replaceControl(child, replacement)) return true;
  }
  return false;
}
