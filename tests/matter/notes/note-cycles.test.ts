import { describe, expect, it } from 'vitest';
import type { Note } from '../../../src/book/book.ts';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { attachEndnotes } from '../../../src/matter/notes/endnotes.ts';
import { reportCycles } from '../../../src/matter/notes/note-cycles.ts';
import { makeMdastBook, makeNote, makeSection, makeSharedNote } from '../../builders/mdast-book.ts';

/** Notes by id with the ids they cite. */
function makeNotes(citations: Readonly<Record<string, string>>): Note[] {
  return Object.entries(citations).map(([id, cited]) =>
    makeNote(id, 'one', `Text ${Array.from(cited, (target) => `{${target}}`).join(' ')}.`),
  );
}

/** The ids in circles, and what is said of them. */
function circles(notes: ReadonlyArray<Note>): { ids: string[]; reasons: string[] } {
  const ids = [...reportCycles(notes)].toSorted();
  const messages = messagesOf(notes.map(({ file }) => file));
  expect(new Set(messages.map(({ rule }) => rule)).size).toBeLessThan(2);
  return { ids, reasons: messages.map(({ reason }) => reason).toSorted() };
}

describe('reportCycles', () => {
  it('is silent about notes that lead from one to the next, even on several ways', () => {
    expect(circles(makeNotes({ a: 'bc', b: 'cd', c: 'd', d: '' }))).toEqual({ ids: [], reasons: [] });
  });

  it('finds a note that cites itself, once however often', () => {
    expect(circles(makeNotes({ a: 'aa', b: 'a' }))).toEqual({
      ids: ['a'],
      reasons: ['The note [^a] cites itself'],
    });
  });

  it('names the whole circle and not the way to it', () => {
    expect(circles(makeNotes({ a: 'b', b: 'c', c: 'd', d: 'b' }))).toEqual({
      ids: ['b', 'c', 'd'],
      reasons: ['The note [^b] cites [^c], which cites [^d], which cites [^b] again'],
    });
  });

  it('finds every circle of notes that share one, and those beside it', () => {
    expect(circles(makeNotes({ a: 'bc', b: 'a', c: 'a', x: 'y', y: 'x', z: 'x' }))).toEqual({
      ids: ['a', 'b', 'c', 'x', 'y'],
      reasons: [
        'The note [^a] cites [^b], which cites [^a] again',
        'The note [^a] cites [^c], which cites [^a] again',
        'The note [^x] cites [^y], which cites [^x] again',
      ],
    });
  });

  it('counts a note as part of a circle that it leads to by a note found before', () => {
    expect(circles(makeNotes({ a: 'bc', b: 'da', c: 'b', d: '' })).ids).toEqual(['a', 'b', 'c']);
  });

  it('is not led astray by marks of notes that do not exist', () => {
    expect(circles(makeNotes({ a: 'x' }))).toEqual({ ids: [], reasons: [] });
  });

  it('stands at the mark that closes the circle, in the file of its note', () => {
    const shared = makeSharedNote('s', { tree: makeNote('s', 'x', 'See\nnote {a}.').tree });
    const notes = [makeNote('a', 'one', 'See {s}.'), shared];
    const [paragraph] = shared.tree.children as Array<{ children: Array<{ type: string }> }>;
    const mark = paragraph?.children.find(({ type }) => type === 'noteReference');
    const point = { line: 2, column: 6, offset: 9 };
    Object.assign(mark as object, { position: { start: point, end: point } });
    reportCycles(notes);
    expect(messagesOf(notes.map(({ file }) => file))).toMatchObject([
      { file: 'notes.md', line: 2, column: 6, rule: 'note-cycle', severity: 'error' },
    ]);
  });

  it('names all notes of a circle of nine', () => {
    const ids = Array.from('abcdefghi');
    const chain = ids.map((id, index): [string, string] => [id, ids[(index + 1) % 9] ?? '']);
    const [reason = ''] = circles(makeNotes(Object.fromEntries(chain))).reasons;
    expect(reason.match(/(?<=\[\^)./g)).toEqual([...ids, 'a']);
    expect(reason).not.toContain('so on');
  });

  it('follows a circle of a thousand notes and names some of them', () => {
    const notes = Array.from({ length: 1000 }, (_, index) =>
      makeNote(`n${index}`, 'one', `{n${(index + 1) % 1000}}`),
    );
    const { ids, reasons } = circles(notes);
    expect(ids).toHaveLength(1000);
    expect(reasons).toEqual([
      'The note [^n0] cites [^n1], which cites [^n2], which cites [^n3], which cites [^n4], and so on ' +
        'through 991 more notes to [^n996], which cites [^n997], which cites [^n998], which cites [^n999], ' +
        'which cites [^n0] again',
    ]);
  });

  it('leaves a circle no text leads to at one error', () => {
    const notes = makeNotes({ a: '', x: 'y', y: 'xz', z: '' });
    attachEndnotes(makeMdastBook({ body: [makeSection('one', '{a}')], notes }));
    expect(messagesOf(notes.map(({ file }) => file)).map(({ reason }) => reason)).toEqual([
      'The note [^x] cites [^y], which cites [^x] again',
      'Only notes that the text never cites lead to the note [^z]',
    ]);
  });
});
