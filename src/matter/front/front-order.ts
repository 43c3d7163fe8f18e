import type { Section } from '../../book/book.ts';
import type { Role } from '../../book/roles.ts';

const opening: ReadonlyArray<Role> = [
  'halftitlepage',
  'titlepage',
  'copyright-page',
  'dedication',
  'epigraph',
  'toc',
  'loi',
  'lot',
];

/**
 * The front matter in the order of the trade: half title, title page, copyright page, dedication,
 * epigraph, contents, lists of figures and tables, then everything else in the author's order
 * (The Chicago Manual of Style, 1.4).
 *
 * @param front the sections in the author's order, generated ones anywhere among them
 */
export function orderFront(front: ReadonlyArray<Section>): Section[] {
  return front.toSorted((a, b) => rank(a.role) - rank(b.role));
}

function rank(role: Role): number {
  const index = opening.indexOf(role);
  return index === -1 ? opening.length : index;
}
