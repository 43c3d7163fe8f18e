import type { Book } from '../../book/book.ts';
import { reportCycles } from './note-cycles.ts';
import type { PlacedNotes } from './note-list.ts';
import { numberMarks, numberNotes } from './note-numbers.ts';
import { orderNotes } from './note-order.ts';
import { attachNotesOfSections } from './notes-of-sections.ts';
import { attachNotesSection } from './notes-section.ts';
import { reportUnreached } from './unreached-notes.ts';

/**
 * The book with its notes numbered and placed as `metadata.notes` asks: the numbered ones in one
 * section of role `endnotes` in the back matter or at the end of each section, the marked ones at
 * the end of each section always. A note stands with the section that cites it first. Notes that
 * lead back to themselves, and notes to which no text leads, are reported.
 *
 * The trees given stay as they are; those with marks are copied along the way to them.
 *
 * @param book the book, its sections numbered
 */
export function attachEndnotes(book: Book): Book {
  if (book.notes.length === 0) return book;
  const order = orderNotes(book);
  const placed = order.groups.flatMap(({ notes }) => notes);
  reportUnreached(order.unreached, reportCycles([...placed, ...order.unreached]));
  if (order.groups.length === 0) return book;
  const numbers = numberNotes(order, book.metadata);
  const numbered = numberMarks(book, order, numbers);
  const texts = new Map(numbered.notes.map((note) => [note.id, note]));
  const given: PlacedNotes = { book: numbered, order, numbers, texts };
  if (book.metadata.notes.place !== 'book') return attachNotesOfSections(given, ['marked', 'numbered']);
  return attachNotesSection({ ...given, book: attachNotesOfSections(given, ['marked']) });
}
