import type { Nodes } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { sections, type Book, type Section } from '../../book/book.ts';
import type { IndexMark } from '../../book/nodes.ts';

/** A mark of the index where it stands in the complete book. */
export interface IndexPlace {
  readonly mark: IndexMark;
  /** The anchor. */
  readonly id: string;
  readonly section: Section;
  /** Which block of the section, or which note, holds it. */
  readonly block: number | string;
  /** The number or sign of the note it stands in. */
  readonly note?: string;
  /** The source it was written in. */
  readonly file: VFile;
}

/**
 * The marks of the index in the order of the pages: a section's title before its text, notes where
 * they are listed.
 *
 * @param book the book, its notes placed
 */
export function indexPlaces(book: Book): IndexPlace[] {
  const files = new Map(book.notes.map((note) => [note.id, note.file]));
  return sections(book).flatMap((section) =>
    [section.titleTree, section.tree].flatMap((tree) => placesIn(tree, section, files)),
  );
}

function placesIn(tree: Nodes, section: Section, files: ReadonlyMap<string, VFile>): IndexPlace[] {
  const places: IndexPlace[] = [];
  const blocks = new Map(
    'children' in tree ? tree.children.map((block, index) => [block as Nodes, index]) : [],
  );
  visitParents(tree, 'indexMark', (mark: IndexMark, ancestors: Nodes[]) => {
    const { id } = mark.data.hProperties;
    // Where a title is said again, its marks bear no id.
    if (typeof id !== 'string') return;
    const note = ancestors.find((each) => each.type === 'noteItem');
    const file = note?.type === 'noteItem' ? files.get(note.noteId) : undefined;
    places.push({
      mark,
      id,
      section,
      block: note?.type === 'noteItem' ? note.noteId : (blocks.get(ancestors[1] ?? mark) ?? -1),
      ...(note?.type === 'noteItem' && { note: note.number }),
      file: file ?? section.file,
    });
  });
  return places;
}
