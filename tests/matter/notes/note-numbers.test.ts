import type { Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import type { Book } from '../../../src/book/book.ts';
import type { NotesSettings } from '../../../src/book/metadata.ts';
import { attachEndnotes } from '../../../src/matter/notes/endnotes.ts';
import { withNumbers } from '../../../src/matter/notes/note-numbers.ts';
import {
  makeMdastBook,
  makeNote,
  makeNotes,
  makeSection,
  makeSharedNote,
  markNumbers,
} from '../../builders/mdast-book.ts';

/** Two chapters that share notes of both series, and a foreword without a number that does too. */
function sharing(settings: Partial<NotesSettings>): Book {
  const front = [makeSection('foreword', '{f} {t}', { role: 'foreword' })];
  const body = [
    makeSection('one', '{a} {s} {m1} {ms}', { number: '3' }),
    makeSection('two', '{b} {s} {a2} {ms} {m2} {t}', { number: '4', titled: 'Two{s}' }),
  ];
  const own = [makeNote('f', 'foreword'), makeNote('a', 'one'), makeNote('m1', 'one')];
  const other = [makeNote('b', 'two', 'As in {s}.'), makeNote('a2', 'two'), makeNote('m2', 'two')];
  const shared = ['s', 't', 'ms'].map((id) => makeSharedNote(id));
  return attachEndnotes(
    makeMdastBook({ front, body, notes: [...shared, ...own, ...other] }, makeNotes(settings)),
  );
}

function numbersOf(book: Book): string[] {
  return [...book.front, ...book.body].map(({ tree }) => markNumbers(tree).join(' '));
}

describe('numberMarks', () => {
  it('numbers through the book: a shared note has one number everywhere', () => {
    expect(numbersOf(sharing({ numbering: 'book' }))).toEqual(['1 2', '3 4 * †', '5 4 6 † * 2']);
  });

  it('numbering chapter: names the section that lists the note, if it has a number', () => {
    const book = sharing({ numbering: 'chapter' });
    expect(numbersOf(book)).toEqual(['1 2', '1 2 * †', '1 3.2 2 † * 2']);
    expect(markNumbers(book.body[1]?.titleTree as Root)).toEqual(['3.2']);
  });

  it('takes a mark in a note for one of the section that lists the note', () => {
    const { notes } = sharing({ numbering: 'chapter' });
    expect(notes.flatMap(({ tree }) => markNumbers(tree))).toEqual(['3.2']);
  });

  it('gives letters where the book asks for them', () => {
    const book = sharing({ numbering: 'book', marked: { signs: 'letters' } });
    expect(numbersOf(book)[2]).toBe('5 4 6 b a 2');
  });
});

describe('withNumbers', () => {
  it('copies only the way to the marks', () => {
    const { tree } = makeSection('one', 'Plain.\n\nMarked{a}.');
    const numbered = withNumbers(tree, () => '7');
    expect(markNumbers(numbered)).toEqual(['7']);
    expect(markNumbers(tree)).toEqual([undefined]);
    expect(numbered.children[0]).toBe(tree.children[0]);
    expect(numbered.children[1]).not.toBe(tree.children[1]);
  });

  it('leaves a mark of an unknown note as it is', () => {
    const { tree } = makeSection('one', 'Marked{a}.');
    expect(withNumbers(tree, () => undefined)).toBe(tree);
  });
});
