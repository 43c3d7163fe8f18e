import { visit } from 'unist-util-visit';
import { sections, type Book, type Mdast, type Note } from '../../book/book.ts';
import { numberNotes } from '../notes/note-numbers.ts';
import { orderNotes } from '../notes/note-order.ts';
import type { CitationPlaces, PlacedCitation } from './citation-places.ts';

/** A citation, the number of the note it stands in, or 0, and the section it belongs to. */
export interface OrderedCitation extends PlacedCitation {
  readonly noteIndex: number;
  /** The same where the notes of each chapter are counted by themselves. */
  readonly indexInChapter: number;
  readonly section: string;
}

/**
 * The citations of a book in the order in which readers come upon them: in notes, by the numbers of these; in
 * running text, where they stand, those of an author's note where its first mark does.
 *
 * @param book whose citations in running text are notes, where the style asks for that
 */
export function orderCitations(book: Book, places: CitationPlaces, isNoteStyle: boolean): OrderedCitation[] {
  return isNoteStyle ? orderInNotes(book, places) : orderInText(book, places);
}

function orderInNotes(book: Book, { byTree }: CitationPlaces): OrderedCitation[] {
  const order = orderNotes(book);
  const numbers = numberNotes(order, book.metadata);
  const isByBook = book.metadata.notes.numbering === 'book';
  let noteIndex = 0;
  return order.groups.flatMap(({ section, notes }) => {
    let indexInChapter = 0;
    return notes.flatMap((note) => {
      noteIndex += 1;
      const number = numbers.get(note.id)?.count;
      if (isByBook) noteIndex = number ?? Math.max(1, noteIndex - 1);
      indexInChapter = number ?? Math.max(1, indexInChapter);
      return (byTree.get(note.tree) ?? []).map((place) => ({
        ...place,
        noteIndex,
        indexInChapter,
        section: section.id,
      }));
    });
  });
}

function orderInText(book: Book, { byTree }: CitationPlaces): OrderedCitation[] {
  const notes = new Map<string, Note>(book.notes.map((note) => [note.id, note]));
  const found: OrderedCitation[] = [];
  const read = (tree: Mdast, section: string): void => {
    const places = new Map((byTree.get(tree) ?? []).map((place) => [place.node, place]));
    visit(tree, (node) => {
      if (node.type === 'noteReference') {
        const note = notes.get(node.noteId);
        notes.delete(node.noteId);
        if (note !== undefined) read(note.tree, section);
      }
      const place = node.type === 'citation' ? places.get(node) : undefined;
      if (place !== undefined) found.push({ ...place, noteIndex: 0, indexInChapter: 0, section });
    });
  };
  for (const { id, titleTree, tree } of sections(book)) for (const root of [titleTree, tree]) read(root, id);
  return found;
}
