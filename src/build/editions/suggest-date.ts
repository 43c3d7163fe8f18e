import type { Manuscript } from '../../book/manuscript.ts';
import { undated, type Metadata } from '../../book/metadata.ts';

/**
 * A note on how to date an e-book that nothing dates; undefined where something does.
 *
 * @param metadata of the book
 * @param manuscript that it is made from
 */
export function suggestDate(
  { modified }: Metadata,
  { dated }: Pick<Manuscript, 'dated'>,
): string | undefined {
  if (dated === undefined || modified !== undated) return undefined;
  return (
    'Nothing dates the e-book, so that it counts as one of the year 2000, whatever is corrected in it. Before you ' +
    'publish it, state modified: in book.yaml, or keep the manuscript under Git: readers are given what is newer.'
  );
}
