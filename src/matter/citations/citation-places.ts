import type { Parent, Root, RootContent } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import type { Book, Mdast, Note, Section } from '../../book/book.ts';
import type { Citation, NoteReference } from '../../book/nodes.ts';
import { text } from '../element.ts';
import { raiseMark } from './raise-mark.ts';

/** A citation in its place, whose words are still to come. */
export interface PlacedCitation {
  readonly id: string;
  readonly citation: Citation;
  readonly parent: Parent;
  /** What stands there until then. */
  readonly node: RootContent;
  readonly file: VFile;
  /** BCP 47. */
  readonly language: string;
  /** Whether it is all of a note that was made for it. */
  readonly isOwnNote: boolean;
  /** The text node of the sentence that the names of authors go into. */
  readonly names?: { value: string };
}

/** The places of a book's citations by the trees they are in. */
export class CitationPlaces {
  readonly byTree = new Map<Mdast, PlacedCitation[]>();
  /** The notes that citations in running text became. */
  readonly notes: Note[] = [];
  readonly #isNoteStyle: boolean;
  readonly #language: string;
  #count = 0;

  constructor(book: Book, isNoteStyle: boolean) {
    this.#isNoteStyle = isNoteStyle;
    this.#language = book.metadata.language;
    for (const section of [...book.front, ...book.body, ...book.back]) this.#addSection(section);
    for (const note of book.notes) this.#addTree(note.tree, note.file, note.language ?? this.#language);
  }

  #addSection(section: Section): void {
    const language = section.language ?? this.#language;
    for (const tree of [section.titleTree, section.tree])
      if (this.#isNoteStyle) this.#makeNotes(tree, section, language);
      else this.#addTree(tree, section.file, language);
  }

  #addTree(tree: Mdast, file: VFile, language: string): void {
    const found = citationsIn(tree).map(({ citation, parent }) => ({
      id: this.#nextId(),
      citation,
      parent,
      node: citation,
      file,
      language,
      isOwnNote: false,
    }));
    if (found.length > 0) this.byTree.set(tree, found);
  }

  /** Makes of each citation in running text a mark and a note. */
  #makeNotes(tree: Mdast, section: Section, language: string): void {
    for (const { citation, parent } of citationsIn(tree)) {
      const id = this.#nextId();
      const position = citation.position && { position: citation.position };
      const label = `@${citation.works[0]?.key ?? ''}`;
      const noteId = `${section.id}--${id}`;
      const mark: NoteReference = {
        type: 'noteReference',
        label,
        series: 'numbered',
        noteId,
        anchor: `${noteId}-mark`,
        ...position,
      };
      const names = citation.inText ? { names: text('') } : {};
      const { children } = parent;
      children.splice(
        children.indexOf(citation),
        1,
        ...(names.names === undefined ? [] : [names.names]),
        mark,
      );
      raiseMark(parent, mark, language);
      const placeholder = text('');
      const paragraph = { type: 'paragraph' as const, children: [placeholder], ...position };
      const noteTree: Root = { type: 'root', children: [paragraph], ...position };
      const { file } = section;
      this.notes.push({ id: noteId, label, series: 'numbered', section: section.id, tree: noteTree, file });
      this.byTree.set(noteTree, [
        { id, citation, parent: paragraph, node: placeholder, file, language, isOwnNote: true, ...names },
      ]);
    }
  }

  #nextId(): string {
    this.#count += 1;
    return `citation-${this.#count}`;
  }
}

function citationsIn(tree: Mdast): Array<{ readonly citation: Citation; readonly parent: Parent }> {
  const found: Array<{ readonly citation: Citation; readonly parent: Parent }> = [];
  visitParents(tree, 'citation', (citation: Citation, ancestors) => {
    const parent = ancestors.at(-1);
    if (parent !== undefined) found.push({ citation, parent });
  });
  return found;
}

/**
 * The keys of the works that a text cites.
 *
 * @param tree of the text
 */
export function citedIn(tree: Mdast): string[] {
  return citationsIn(tree).flatMap(({ citation }) => citation.works.map(({ key }) => key));
}
