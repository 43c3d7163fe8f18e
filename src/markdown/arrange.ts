import { withinParts } from './open-parts.ts';
import type { Section } from '../book/book.ts';
import { roles } from '../book/roles.ts';

/** The three divisions of a book. */
export interface Arrangement {
  readonly front: Section[];
  readonly body: Section[];
  readonly back: Section[];
}

/**
 * Puts sections in front, body or back by the table of roles, keeping their order.
 * Acknowledgments stand where the author put them: in front if no section of the body
 * comes before them.
 *
 * @param sections in the author's order
 */
export function arrange(sections: readonly Section[]): Arrangement {
  const book: Arrangement = { front: [], body: [], back: [] };
  for (const section of sections) {
    const ahead = section.role === 'acknowledgments' && book.body.length === 0;
    book[ahead ? 'front' : roles[section.role]].push(section);
  }
  return { ...book, body: withinParts(book.body) };
}
