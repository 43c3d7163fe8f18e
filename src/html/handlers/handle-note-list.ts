import type { Properties } from 'hast';
import type { NoteList } from '../../book/nodes.ts';
import { digitsClass } from '../list-digits.ts';
import { element, text } from '../element.ts';
import type { Handler } from './handler.ts';

/** Numbers up to this length need no more room than any list has. */
const usualDigits = 2;

/**
 * The list of notes, an ordered list whose numbers are the notes' own; marked notes bring their
 * signs along as text. The items are empty: `rehypeFillNotes` puts in the text, which belongs to
 * other files.
 *
 * @param language of the numbers, BCP 47: that of the book, whatever the notes are in
 */
export function noteList(language: string): Handler {
  return (state, node: NoteList) => {
    const items = node.children.map((item, index) => {
      const properties: Properties = {
        id: item.noteId,
        className: ['note'],
      };
      if (item.count !== undefined && item.count !== node.start + index)
        properties.value = String(item.count);
      return state.applyData(item, element('li', properties, [], item.position));
    });
    const { start, series, digits = 0 } = node;
    const className = [
      'notes',
      ...(series === 'marked' ? ['marked'] : digitsClass(language)),
      ...(digits > usualDigits ? [`digits-${digits}`] : []),
    ];
    const children = [text('\n'), ...items.flatMap((item) => [item, text('\n')])];
    const properties = { className, ...(start === 1 ? {} : { start }) };
    return state.applyData(node, element('ol', properties, children, node.position));
  };
}
