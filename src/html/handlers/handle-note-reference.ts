import { fill, type Labels } from '../../book/labels.ts';
import type { NoteReference } from '../../book/nodes.ts';
import { element, text } from '../element.ts';
import type { Handler } from './handler.ts';

/**
 * The mark of a note: a superscript number or sign that links to the note's text. Nothing but text
 * stands inside the link, where some reading systems would not open the note in place.
 *
 * @param labels the wording of its accessible name
 */
export function noteReference(labels: Labels): Handler {
  return (state, node: NoteReference) => {
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
    const sign = node.series === 'marked' && !/^[a-z]/.test(number);
    const mark = element('sup', { className: ['noteref', ...(sign ? ['sign'] : [])] }, [link], node.position);
    state.patch(node, mark);
    return mark;
  };
}
