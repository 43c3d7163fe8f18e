import type { Hyphenation, Outcome, Pagination } from '../pdf/page/pagination-script.ts';
import type { PaginationOptions } from '../pdf/page/pagination.ts';
import { garbageCollector } from './collect-garbage.ts';
import { hyphenatedTexts } from './lines/line-hyphens.ts';
import type { Paragraph } from './lines/paragraphs.ts';
import { setLines } from './lines/set-lines.ts';
import { paginator } from './paginator.ts';

/**
 * Paginates in every print from now on.
 *
 * Chrome calls a `matchMedia('print')` change listener while `page.pdf()` holds the paginated
 * layout: there `document.documentElement.getClientRects()` has one rectangle per page, and
 * changes made to the document are laid out again before anything is painted. The number of
 * pages, though, is fixed before the listener: so the first print (of page 1 only) fills in
 * what depends on pages, and the second prints the result and proves that nothing moved.
 *
 * @param paragraphs those whose lines are set
 */
export function paginate(
  options: PaginationOptions,
  paragraphs: ReadonlyArray<Paragraph>,
  hyphenation: Hyphenation,
): Pagination {
  const hyphenated = hyphenatedTexts();
  const lines = setLines(paragraphs, hyphenation);
  const collectGarbage = garbageCollector();
  const run = paginator(options, paragraphs, lines, hyphenated, collectGarbage);
  let frozen = false;
  let outcome: Outcome = {};
  matchMedia('print').addEventListener('change', (event) => {
    if (!event.matches) return;
    show(true);
    try {
      outcome = { result: run(frozen) };
    } catch (error) {
      outcome = { error: String(error) };
    }
    // The first print is there to be measured: what is hidden need not be laid out once more to be painted.
    show(frozen);
  });
  return {
    freeze: () => {
      frozen = true;
      show(true);
      collectGarbage();
    },
    takeOutcome: () => {
      const taken = outcome;
      outcome = {};
      return taken;
    },
  };
}

function show(shown: boolean): void {
  document.body.style.display = shown ? '' : 'none';
}
