import type { ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { classesOf } from './element.ts';

/**
 * Puts the text of the notes into their list items. It arrives converted, because a note
 * belongs to the file of its chapter: its images are looked for there, its errors reported there.
 *
 * @param options.notes what each note says, by id
 */
export function rehypeFillNotes(options: { readonly notes: ReadonlyMap<string, ElementContent[]> }) {
  return (tree: Root): void => {
    if (options.notes.size === 0) return;
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'li' || !classesOf(node).includes('note')) return;
      const content = options.notes.get(String(node.properties['id']));
      if (content && node.children.length === 0) node.children = content;
    });
  };
}
