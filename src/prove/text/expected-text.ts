import { sections, type Book, type Section } from '../../book/book.ts';
import { PassageReader, type WrittenPassage } from './passages.ts';

/** A passage that every edition must have. */
export interface ExpectedPassage extends WrittenPassage {
  /** Path of the source it stands in. */
  readonly file: string;
  /** How many words it has, parted by white space. */
  readonly words: number;
  /** The place of its note among those at the foot of pages, of both series. */
  readonly noteOrder?: number;
}

/** The text of a section, in reading order; plain data. */
export interface ExpectedSection extends Pick<Section, 'id' | 'role' | 'products'> {
  readonly passages: ReadonlyArray<ExpectedPassage>;
}

/**
 * What must be read in the finished editions: every word of the manuscript, and of book.yaml where
 * pages are made of it.
 *
 * @param complete the book with the pages the author did not write, before it becomes HTML
 */
export function expectedText(complete: Book): ExpectedSection[] {
  const files = new Map(complete.notes.map((note) => [note.id, note.file.path]));
  const atFoot = complete.metadata.notes.place === 'foot';
  const orders = new Map(atFoot ? complete.notes.map(({ id }, order) => [id, order]) : []);
  return sections(complete).map((section) => {
    const { id, role, products, file, tree, titleTree, untitled, subtitle, author } = section;
    const reader = new PassageReader();
    if (!untitled) {
      reader.read(titleTree);
      for (const line of [subtitle, author]) reader.say(line ?? '');
    }
    reader.read(tree);
    const written = reader.end().filter((passage) => passage.kind !== 'opaque');
    const passages = written.map((passage) => ({
      ...passage,
      file: files.get(passage.note ?? '') ?? file.path,
      words: countWords(passage.text),
      ...(orders.has(passage.note ?? '') && { noteOrder: orders.get(passage.note ?? '') ?? 0 }),
    }));
    return { id, role, ...(products && { products }), passages };
  });
}

/** Words, parted by white space. */
function countWords(text: string): number {
  let words = 0;
  let within = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const isSpace = unit === 0x20 || unit === 0xa0 || (unit >= 0x09 && unit <= 0x0d) || unit === 0x3000;
    if (!isSpace && !within) words += 1;
    within = !isSpace;
  }
  return words;
}
