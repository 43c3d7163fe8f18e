import type { Element } from 'hast';
import { bookFacts } from './book-facts.ts';
import type { ReportedRelease } from './reported-release.ts';
import { definitions, section } from './section.ts';

/** What there is to count and to know of a book at a glance. */
export function factsSection({ metadata, known }: ReportedRelease): Element {
  return section('facts', 'Facts', [definitions(bookFacts(metadata, known))]);
}
