import type { Node } from 'unist';
import type { Book, Note, NoteSeries, Section } from '../../book/book.ts';
import type { NoteReference } from '../../book/nodes.ts';
import { inDigits } from '../../language/digits.ts';
import type { NoteGroup, NoteOrder } from './note-order.ts';
import { signOf } from './note-signs.ts';

/** The number or sign of a note, and the section whose list of notes it stands in. */
export interface NoteNumber {
  /** As the list has it: "7", "†". */
  readonly number: string;
  /** Its place in the count; absent for signs. */
  readonly count?: number;
  readonly series: NoteSeries;
  readonly section: Section;
}

/** By note id. */
export type NoteNumbers = ReadonlyMap<string, NoteNumber>;

/**
 * The number of every note: the numbered ones counted through the book or anew in each section,
 * the marked ones given signs anew in each section.
 *
 * @param order the notes in their order
 * @param metadata the numbering, the kind of signs and the language of the numbers
 */
export function numberNotes(
  { groups }: NoteOrder,
  { notes: settings, language }: Pick<Book['metadata'], 'notes' | 'language'>,
): NoteNumbers {
  const numbers = new Map<string, NoteNumber>();
  let count = 0;
  for (const { section, notes } of groups) {
    if (settings.numbering !== 'book') count = 0;
    let signs = 0;
    for (const { id, series } of notes) {
      if (series === 'marked') {
        numbers.set(id, { number: signOf(settings.marked.signs, signs++), series, section });
        continue;
      }
      count += 1;
      numbers.set(id, { number: inDigits(count, language), count, series, section });
    }
  }
  return numbers;
}

/**
 * The book with what each mark shows, and the notes in the order of their numbers. A mark shows
 * the number of its note. Where numbers begin anew in each section, a mark in a section that does
 * not list the note names the one that does: "3.4" is note 4 of chapter 3.
 *
 * Trees with marks are copied along the way to them; the rest is shared with the book given.
 *
 * @param book the book
 * @param order its notes in their order
 * @param numbers the number of every note
 */
export function numberMarks(book: Book, order: NoteOrder, numbers: NoteNumbers): Book {
  const { numbering } = book.metadata.notes;
  const shownIn = (id: string) => (mark: NoteReference) => {
    const note = numbers.get(mark.noteId);
    return note === undefined ? undefined : shown(note, numbering !== 'book' && note.section.id !== id);
  };
  const mark = (section: Section): Section => {
    const titleTree = withNumbers(section.titleTree, shownIn(section.id));
    const tree = withNumbers(section.tree, shownIn(section.id));
    return tree === section.tree && titleTree === section.titleTree
      ? section
      : { ...section, titleTree, tree };
  };
  const markNotes = ({ section, notes }: NoteGroup): Note[] =>
    notes.map((note) => ({ ...note, tree: withNumbers(note.tree, shownIn(section.id)) }));
  return {
    ...book,
    front: book.front.map(mark),
    body: book.body.map(mark),
    back: book.back.map(mark),
    notes: [...order.groups.flatMap(markNotes), ...order.unreached],
  };
}

function shown({ number, series, section }: NoteNumber, elsewhere: boolean): string {
  const ambiguous = elsewhere && series === 'numbered' && section.number !== undefined;
  return ambiguous ? `${section.number}.${number}` : number;
}

/**
 * The tree with every mark numbered; what holds no mark is shared with the tree given.
 *
 * @param node the tree
 * @param numberOf what a mark shows; nothing leaves it as it is
 */
export function withNumbers<Tree extends Node>(
  node: Tree,
  numberOf: (mark: NoteReference) => string | undefined,
): Tree {
  if (node.type === 'noteReference') {
    const number = numberOf(node as unknown as NoteReference);
    return number === undefined ? node : { ...node, number };
  }
  if (!('children' in node)) return node;
  const children = node.children as Node[];
  const numbered = children.map((child) => withNumbers(child, numberOf));
  return numbered.every((child, index) => child === children[index]) ? node : { ...node, children: numbered };
}
