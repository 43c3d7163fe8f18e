import type { Book } from '../book/book.ts';
import { report } from '../book/messages/messages.ts';

/**
 * Reports the first note beyond those that are accepted.
 *
 * @param book as written
 * @param most notes of all chapters together
 */
export function checkNoteCount({ notes }: Pick<Book, 'notes'>, most: number): void {
  const beyond = notes[most];
  if (beyond === undefined) return;
  report(beyond.file, 'too-dense', `The book has more than ${most} notes`, beyond.tree, {
    hint: 'Make volumes of the book, or accept more with --limit notes=N (see colophon doctor).',
  });
}
