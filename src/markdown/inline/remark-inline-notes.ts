import type { FootnoteDefinition, FootnoteReference, Root, RootContent } from 'mdast';
import { SKIP, visit, type VisitorResult } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { append } from '../../book/long-lists.ts';
import { inlineIdentifier } from '../notes/note-label.ts';
import type { InlineNote } from './inline-note-syntax.ts';

/**
 * Makes of each note in place what GFM would have read: a reference where it stands, and a definition
 * with its text at the end of the file. Use before whatever reads notes.
 */
export function remarkInlineNotes() {
  return (tree: Root, file: VFile): void => {
    const owner = file.data.draft?.id ?? '';
    const definitions: FootnoteDefinition[] = [];
    liftNotes(tree, owner, definitions);
    // A note may hold another; those lifted meanwhile come behind it.
    for (const definition of definitions) liftNotes(definition, owner, definitions);
    append(tree.children, definitions);
  };
}

function liftNotes(root: Root | FootnoteDefinition, owner: string, definitions: FootnoteDefinition[]): void {
  visit(root, 'inlineNote', (node, index, parent): VisitorResult => {
    if (parent === undefined || index === undefined) return undefined;
    const count = definitions.length + 1;
    const position = node.position && { position: node.position };
    const label = { identifier: inlineIdentifier(owner, count), label: `inline ${count}` };
    const reference: FootnoteReference = { type: 'footnoteReference', ...label, ...position };
    (parent.children as RootContent[])[index] = reference;
    trim(node);
    definitions.push({
      type: 'footnoteDefinition',
      ...label,
      children: [{ type: 'paragraph', children: node.children, ...position }],
      ...position,
    });
    return SKIP;
  });
}

/** Takes the blanks directly inside the brackets away. */
function trim({ children }: InlineNote): void {
  const [first] = children;
  const last = children.at(-1);
  if (first?.type === 'text') first.value = first.value.trimStart();
  if (last?.type === 'text') last.value = last.value.trimEnd();
}
