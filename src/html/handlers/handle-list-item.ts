import type { Element, ElementContent } from 'hast';
import type { ListItem, Parents } from 'mdast';
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
  return (state, node: ListItem, parent: Parents | undefined) => {
    const item = defaultHandlers.listItem(state, node, parent);
    if (typeof node.checked === 'boolean') replaceControl(item, sign(node.checked, labels));
    return item;
  };
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
