import { append } from '../../book/long-lists.ts';
import { visit } from 'unist-util-visit';
import { sections, type Book, type Mdast, type Note, type Section } from '../../book/book.ts';
import type { NoteReference } from '../../book/nodes.ts';

/** A section with the notes it is the first to cite. */
export interface NoteGroup {
  readonly section: Section;
  /** Both series, each in the order of its numbers. */
  readonly notes: ReadonlyArray<Note>;
}

/** Which note stands where, and from where it is cited. */
export interface NoteOrder {
  /** In reading order; sections without notes have none. */
  readonly groups: ReadonlyArray<NoteGroup>;
  /** Note id → the anchors of its marks in reading order. */
  readonly citations: ReadonlyMap<string, string[]>;
  /** Notes no text leads to: an error, and in no group. */
  readonly unreached: ReadonlyArray<Note>;
}

/**
 * The order of the notes: by first citation in reading order, a section's title before its body.
 * Notes cited only inside other notes follow those of the section, breadth first; a note cited
 * from several sections belongs to the first.
 *
 * @param book the book, its notes in any order
 */
export function orderNotes(book: Book): NoteOrder {
  const waiting = new Map(book.notes.map((note) => [note.id, note]));
  const citations = new Map<string, string[]>();
  const cite = (trees: ReadonlyArray<Mdast>, notes: Note[]): void => {
    for (const tree of trees) {
      visit(tree, 'noteReference', (mark: NoteReference) => {
        const note = waiting.get(mark.noteId);
        if (note !== undefined) notes.push(note);
        waiting.delete(mark.noteId);
        const anchors = citations.get(mark.noteId);
        if (anchors === undefined) citations.set(mark.noteId, [mark.anchor]);
        else anchors.push(mark.anchor);
      });
    }
  };
  const groups = sections(book).map((section): NoteGroup => {
    const notes: Note[] = [];
    cite([section.titleTree, section.tree], notes);
    // The array grows while it is read: a note may cite the next one.
    for (let index = 0; index < notes.length; index++) {
      const note = notes[index];
      const cited: Note[] = [];
      if (note !== undefined) cite([note.tree], cited);
      // At the foot of pages each comes behind the one that cites it, which is on its page.
      if (book.metadata.notes.place === 'foot') notes.splice(index + 1, 0, ...cited);
      else append(notes, cited);
    }
    return { section, notes };
  });
  return {
    groups: groups.filter(({ notes }) => notes.length > 0),
    citations,
    unreached: [...waiting.values()],
  };
}
