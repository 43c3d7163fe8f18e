import type { Node } from 'unist';
import { visit } from 'unist-util-visit';
import { sections, type Book, type Mdast, type Note, type Section } from '../book/book.ts';
import type { NoteReference } from '../book/nodes.ts';

/** A section that cites notes, with the notes in the order of their numbers, their own marks numbered. */
export interface NoteGroup {
  readonly section: Section;
  readonly notes: ReadonlyArray<Note>;
}

/** Which note stands where, and from where it is cited. */
export interface NoteOrder {
  /** In reading order; sections without notes have none. */
  readonly groups: ReadonlyArray<NoteGroup>;
  /** Note id → printed number. */
  readonly numbers: ReadonlyMap<string, string>;
  /** Note id → the anchors of its marks in reading order. */
  readonly citations: ReadonlyMap<string, string[]>;
  /** Notes no text leads to: an error, and in no group. */
  readonly unreached: ReadonlyArray<Note>;
}

/**
 * The order of the notes: by first citation in reading order, a section's title before its body.
 * Notes cited only inside other notes follow those of the section, breadth first.
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
  const groups = sections(book).map((section) => {
    const notes: Note[] = [];
    cite([section.titleTree, section.tree], notes);
    // The array grows while it is read: a note may cite the next one.
    for (const note of notes) cite([note.tree], notes);
    return { section, notes };
  });
  const citing = groups.filter(({ notes }) => notes.length > 0);
  const numbers = numberNotes(citing, book.metadata.notes.numbering);
  const numbered = citing.map(({ section, notes }) => ({
    section,
    notes: notes.map((note) => ({ ...note, tree: withNumbers(note.tree, numbers) })),
  }));
  return { groups: numbered, numbers, citations, unreached: [...waiting.values()] };
}

function numberNotes(
  groups: ReadonlyArray<NoteGroup>,
  numbering: Book['metadata']['notes']['numbering'],
): Map<string, string> {
  const numbers = new Map<string, string>();
  let number = 0;
  for (const { notes } of groups) {
    if (numbering === 'chapter') number = 0;
    for (const note of notes) {
      number += 1;
      numbers.set(note.id, String(number));
    }
  }
  return numbers;
}

/**
 * The tree with every mark numbered; what holds no mark is shared with the tree given.
 *
 * @param node the tree
 * @param numbers the printed number by note id
 */
export function withNumbers<Tree extends Node>(node: Tree, numbers: ReadonlyMap<string, string>): Tree {
  if (node.type === 'noteReference') {
    const number = numbers.get((node as unknown as NoteReference).noteId);
    return number === undefined ? node : { ...node, number };
  }
  if (!('children' in node)) return node;
  const children = node.children as Node[];
  const numbered = children.map((child) => withNumbers(child, numbers));
  return numbered.every((child, index) => child === children[index]) ? node : { ...node, children: numbered };
}
