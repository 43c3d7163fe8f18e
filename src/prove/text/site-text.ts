import type { Message } from '../../book/messages/messages.ts';
import { readSections } from './epub-text.ts';
import type { ExpectedSection } from './expected-text.ts';
import { visibleText } from './folding.ts';
import { proveText } from './prove-text.ts';
import type { Shown } from './reading-order.ts';
import { textLosses } from './text-losses.ts';

/** Sections that a site has no pages of: lists stand for contents, and half titles are for paper. */
const without = new Set(['toc', 'halftitlepage']);

/**
 * Holds the pages of a site to the manuscript: what of its text none of them has, told at its place.
 *
 * @param pages the finished pages
 * @param expected the text of the book
 */
export function proveSiteText(
  pages: ReadonlyArray<string>,
  expected: ReadonlyArray<ExpectedSection>,
): Message[] {
  const wanted = expected.filter(
    ({ role, products }) => !without.has(role) && (products?.includes('epub') ?? true),
  );
  const ids = new Set(wanted.map(({ id }) => id));
  const folding = visibleText();
  const shown = new Map<string, Shown[]>();
  for (const page of pages) readSections(page, ids, folding, shown);
  const { losses } = proveText(wanted, ({ id }) => shown.get(id) ?? [], folding);
  return textLosses('site', losses);
}
