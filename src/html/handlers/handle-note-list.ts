import type { Properties } from 'hast';
import type { NoteList } from '../../book/nodes.ts';
import { element, text } from '../element.ts';
import type { Handler } from './handler.ts';

/** Numbers up to this length need no more room than any list has. */
const usualDigits = 2;

/**
 * The list of notes, an ordered list whose numbers are the notes' own; marked notes bring their
 * signs along as text. The items are empty: `rehypeFillNotes` puts in the text, which belongs to
 * other files.
 */
export const noteList: Handler = (state, node: NoteList) => {
  const items = node.children.map((item, index) => {
    const counted = String(node.start + index) === item.number;
    const properties: Properties = {
      id: item.noteId,
      className: ['note'],
    };
    if (!counted && /^\d+$/.test(item.number)) properties.value = item.number;
    return state.applyData(item, element('li', properties, [], item.position));
  });
  const { start, series, digits = 0 } = node;
  const className = [
    'notes',
    ...(series === 'marked' ? ['marked'] : []),
    ...(digits > usualDigits ? [`digits-${digits}`] : []),
  ];
  const children = [text('\n'), ...items.flatMap((item) => [item, text('\n')])];
  const properties = { className, ...(start === 1 ? {} : { start }) };
  return state.applyData(node, element('ol', properties, children, node.position));
};
