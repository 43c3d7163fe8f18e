import { greatest } from '../../book/long-lists.ts';
import type { Book, Note, NoteSeries } from '../../book/book.ts';
import type { NoteItem, NoteList } from '../../book/nodes.ts';
import type { NoteNumbers } from './note-numbers.ts';
import type { NoteGroup, NoteOrder } from './note-order.ts';

/** Everything that is known of the notes of a book whose marks are numbered. */
export interface PlacedNotes {
  readonly book: Book;
  readonly order: NoteOrder;
  readonly numbers: NoteNumbers;
  /** The notes with their own marks numbered, by id. */
  readonly texts: ReadonlyMap<string, Note>;
}

/**
 * The list of the notes of one series that a section is the first to cite, in the language of the
 * section; a note of another language has it named.
 *
 * @param group the section and its notes
 * @param series the series
 * @param placed the notes of the book
 * @param around BCP 47, of what the list will stand in
 * @returns nothing where the section has no such notes
 */
export function noteList(
  { section, notes }: NoteGroup,
  series: NoteSeries,
  placed: PlacedNotes,
  around: string,
): NoteList | undefined {
  const listed = notes.filter((note) => note.series === series);
  const [first] = listed;
  if (first === undefined) return undefined;
  const language = section.language ?? placed.book.metadata.language;
  const children = listed.map((note) => noteItem(note, placed, language));
  const start = children[0]?.count ?? 1;
  const digits = greatest(children.map(({ number }) => number.length));
  return { type: 'noteList', series, start, digits, children, ...inLanguage(language, around) };
}

function noteItem(note: Note, { book, numbers, order, texts }: PlacedNotes, around: string): NoteItem {
  const { id } = note;
  const { number = '', count } = numbers.get(id) ?? {};
  const language = note.section === undefined ? (note.language ?? book.metadata.language) : around;
  return {
    type: 'noteItem',
    noteId: id,
    number,
    ...(count !== undefined && { count }),
    citations: order.citations.get(id) ?? [],
    children: (texts.get(id) ?? note).tree.children as NoteItem['children'],
    ...inLanguage(language, around),
  };
}

/**
 * The data that names a language where it is not the one around.
 *
 * @param language BCP 47
 * @param around BCP 47
 */
export function inLanguage(language: string, around: string): { data?: { hProperties: { lang: string } } } {
  return language === around ? {} : { data: { hProperties: { lang: language } } };
}
