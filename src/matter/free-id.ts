import { sections, type Book } from '../book/book.ts';

/**
 * The ids of sections, headings and notes.
 *
 * @param book the book
 */
export function takenIds(book: Book): Set<string> {
  const taken = new Set<string>(book.notes.map((note) => note.id));
  for (const section of sections(book)) {
    taken.add(section.id);
    for (const heading of section.headings) taken.add(heading.id);
  }
  return taken;
}

/**
 * The id itself, or with the first number behind it that makes it unique.
 *
 * @param wanted the wished id
 * @param taken the ids of the book
 */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
  return id;
}
