import type { Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import type { Book } from '../../../src/book/book.ts';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { attachEndnotes } from '../../../src/matter/notes/endnotes.ts';
import { orderNotes } from '../../../src/matter/notes/note-order.ts';
import { makeMdastBook, makeNote, makeNotes, makeSection, markNumbers } from '../../builders/mdast-book.ts';

function orderOf(book: Book): string[] {
  return orderNotes(book).groups.flatMap(({ notes }) => notes.map(({ id }) => id));
}

describe('orderNotes', () => {
  it('counts the marks of a title before those of the body', () => {
    const body = [makeSection('one', 'Body{a}.', { titled: 'Title{b}' })];
    const book = makeMdastBook({ body, notes: [makeNote('a', 'one'), makeNote('b', 'one')] });
    expect(orderOf(book)).toEqual(['b', 'a']);
    const numbered = attachEndnotes(book).body[0];
    expect(markNumbers(numbered?.titleTree as Root)).toEqual(['1']);
    expect(markNumbers(numbered?.tree as Root)).toEqual(['2']);
  });

  it('follows marks through quotations, lists and emphasis in document order', () => {
    const body = [makeSection('one', '> Quoted *very{a}*\n\n- item{b}\n- item\n\nEnd{c}.')];
    const notes = [makeNote('c', 'one'), makeNote('b', 'one'), makeNote('a', 'one')];
    expect(orderOf(makeMdastBook({ body, notes }))).toEqual(['a', 'b', 'c']);
  });

  it('follows sections from front to back', () => {
    const notes = [makeNote('c', 'z'), makeNote('b', 'y'), makeNote('a', 'x')];
    const book = makeMdastBook({
      front: [makeSection('x', '{a}')],
      body: [makeSection('y', '{b}')],
      back: [makeSection('z', '{c}')],
      notes,
    });
    expect(orderOf(book)).toEqual(['a', 'b', 'c']);
  });

  it('has notes that others cite behind all others, or at the foot of pages behind those', () => {
    const body = [makeSection('one', '{a} {b}')];
    const notes = [makeNote('a', 'one', '{c} {d}'), makeNote('b', 'one'), makeNote('c', 'one', '{e}')];
    const all = [...notes, makeNote('d', 'one'), makeNote('e', 'one')];
    expect(orderOf(makeMdastBook({ body, notes: all }))).toEqual(['a', 'b', 'c', 'd', 'e']);
    const foot = makeMdastBook({ body, notes: all }, makeNotes({ place: 'foot' }));
    expect(orderOf(foot)).toEqual(['a', 'c', 'e', 'd', 'b']);
  });

  it('follows two thousand notes that each cite the next', () => {
    const ids = Array.from({ length: 2000 }, (_, index) => `n${index}`);
    const notes = ids.map((id, index) => makeNote(id, 'one', index < 1999 ? `{n${index + 1}}` : 'End.'));
    const book = makeMdastBook({ body: [makeSection('one', '{n0}')], notes: notes.toReversed() });
    expect(orderOf(book)).toEqual(ids);
    expect(attachEndnotes(book).notes.map(({ id }) => id)).toEqual(ids);
    expect(messagesOf(notes.map(({ file }) => file))).toEqual([]);
  });

  it('reports notes that only unread notes cite and keeps them', () => {
    const body = [makeSection('one', '{a}')];
    const notes = [
      makeNote('x', 'one', '{y}'),
      makeNote('y', 'one'),
      makeNote('a', 'one'),
      makeNote('z', 'one'),
    ];
    const book = attachEndnotes(makeMdastBook({ body, notes }));
    expect(book.notes.map(({ id }) => id)).toEqual(['a', 'x', 'y', 'z']);
    expect(messagesOf(book.notes.map(({ file }) => file)).map(({ rule, reason }) => [rule, reason])).toEqual([
      ['note-unused', 'Only notes that the text never cites lead to the note [^y]'],
    ]);
  });
});
