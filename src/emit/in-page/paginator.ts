import type { PaginationOptions, PaginationResult } from '../pdf/page/pagination.ts';
import { numberedBlocks, overflowing } from './blocks/overflow.ts';
import { bookLayout } from './book-layout.ts';
import { continuedTerms } from './index/continued-terms.ts';
import { locators } from './index/locators.ts';
import { anchorPlaces } from './layout/anchor-places.ts';
import type { Layout } from './layout/layout.ts';
import { dropIdleHyphens, settleHyphens } from './lines/line-hyphens.ts';
import type { Paragraph } from './lines/paragraphs.ts';
import type { SetLines } from './lines/set-lines.ts';
import { margins } from './margins/margins.ts';
import { noteHeads } from './margins/note-heads.ts';
import { pageNumbers } from './page-numbers.ts';

const mostRounds = 8;

/**
 * What fills in all that depends on pages, in the layout of a print, until nothing moves any more.
 * A frozen layout is not improved any further.
 *
 * @param hyphenated texts with soft hyphens whose lines are not set
 * @param collectGarbage frees the memory of earlier layouts
 */
export function paginator(
  options: PaginationOptions,
  paragraphs: ReadonlyArray<Paragraph>,
  lines: SetLines,
  hyphenated: ReadonlyArray<Text>,
  collectGarbage: () => void,
): (frozen: boolean) => PaginationResult {
  const book = bookLayout(options, lines);
  const numbers = pageNumbers();
  const index = locators();
  const terms = continuedTerms(options.continued);
  const identified = [...document.querySelectorAll('[id]')];
  const blocks = numberedBlocks();
  const headsOf = noteHeads(options.notes);
  const fillMargins = margins(options);

  /** Whether anything changed. */
  const fill = (layout: Layout): boolean => {
    // Everything is measured before anything is written.
    const locatorLines = index.read(layout);
    const repeatTerms = terms.find(layout);
    const changed = [numbers.write(layout), index.write(locatorLines), repeatTerms()];
    return changed.includes(true);
  };

  return (frozen) => {
    let rounds = 0;
    let settled = false;
    let widened = false;
    let layout: Layout;
    do {
      rounds++;
      if (!frozen && book.improve()) widened = true;
      collectGarbage();
      layout = book.read();
      collectGarbage();
      settled = !fill(layout) && book.inPlace(layout) && lines.settled();
    } while (!settled && rounds < mostRounds);
    const { labels, blanks } = layout;
    // What is read after a change costs a layout: so the margins are written last.
    const anchors = anchorPlaces(identified, layout);
    const heads = headsOf(layout);
    const culprits = overflowing(blocks, options.textWidth, widened);
    settleHyphens(paragraphs);
    // What was laid out too wide will have other lines.
    if (!widened) dropIdleHyphens(hyphenated);
    fillMargins(layout, heads);
    return {
      pages: labels.map((label, page) => ({ label, blank: blanks.has(page) })),
      anchors,
      overflowing: culprits,
      widened,
      rounds: settled ? rounds : 0,
    };
  };
}
