import { sections, type Book, type Hast } from '../../../book/book.ts';
import type { Geometry } from './geometry.ts';
import { citationsOf } from '../document/note-citations.ts';
import type { NoteHeadOptions } from './pagination.ts';
import { headRoom } from './running-head.ts';

/**
 * What the running heads "Notes to pages 12–34" are made of; undefined where no section holds
 * the notes of the book.
 */
export function noteHeadOptions(book: Book<Hast>, geometry: Geometry): NoteHeadOptions | undefined {
  if (book.metadata.notes.place !== 'book') return undefined;
  for (const section of sections(book)) {
    if (section.role !== 'endnotes') continue;
    const citations = citationsOf(section, book);
    if (citations.length === 0) continue;
    const { notes, notesToPages, notesToPage } = book.labels;
    return {
      section: section.id,
      citations,
      toPages: [notesToPages, `${notes} {first}–{last}`],
      toPage: [notesToPage, `${notes} {page}`],
      room: headRoom(geometry),
    };
  }
  return undefined;
}
