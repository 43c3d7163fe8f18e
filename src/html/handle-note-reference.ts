import type { Nodes, Parents } from 'mdast';
import { fill, type Labels } from '../book/labels.ts';
import type { NoteReference } from '../book/nodes.ts';
import { element, text } from './element.ts';
import type { Handler } from './handler.ts';

/** Keeps a mark on the line of its word. */
const wordJoiner = '\u2060';

/**
 * The mark of a note: a superscript number that links to the note's text.
 *
 * @param labels the wording of its accessible name
 */
export function noteReference(labels: Labels): Handler {
  return (state, node: NoteReference, parent: Parents | undefined) => {
    const number = node.number ?? node.label;
    const link = element(
      'a',
      {
        id: node.anchor,
        href: `#${node.noteId}`,
        'epub:type': 'noteref',
        role: 'doc-noteref',
        ariaLabel: fill(labels.noteMark, { number }),
      },
      [text(number)],
      node.position,
    );
    const mark = element('sup', { className: ['noteref'] }, [link], node.position);
    state.patch(node, mark);
    return followsText(node, parent) ? [text(wordJoiner), mark] : [mark];
  };
}

function followsText(node: NoteReference, parent: Parents | undefined): boolean {
  const siblings: readonly Nodes[] = parent?.children ?? [];
  const before = siblings[siblings.indexOf(node) - 1];
  if (!before || before.type === 'break') return false;
  return before.type !== 'text' || !/\s$/.test(before.value);
}
