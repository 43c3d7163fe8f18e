import type { Properties } from 'hast';
import type { NoteList } from '../book/nodes.ts';
import { element, text } from './element.ts';
import type { Handler } from './handler.ts';

/**
 * The list of notes, an ordered list whose numbers are the notes' own. The items are empty:
 * `rehypeFillNotes` puts in the text, which belongs to other files.
 */
export const noteList: Handler = (state, node: NoteList) => {
  const items = node.children.map((item, index) => {
    const counted = String(node.start + index) === item.number;
    const properties: Properties = {
      id: item.noteId,
      className: ['note'],
    };
    if (!counted && /^\d+$/.test(item.number)) properties.value = item.number;
    return element('li', properties, [], item.position);
  });
  const start = node.start === 1 ? {} : { start: node.start };
  const children = [text('\n'), ...items.flatMap((item) => [item, text('\n')])];
  const list = element('ol', { className: ['notes'], ...start }, children, node.position);
  return state.applyData(node, list);
};
