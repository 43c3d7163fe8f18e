import type { PageState } from '../page/page-state.ts';
import type { PaginationResult } from '../page/pagination.ts';
import type { Layout, PageWindow } from './page-tools.ts';

/**
 * Puts the tools to work; to be called last. Runs in the page.
 *
 * Chrome calls a `matchMedia('print')` change listener while `page.pdf()` holds the paginated
 * layout: there `document.documentElement.getClientRects()` has one rectangle per page, and
 * changes made to the document are laid out again before anything is painted. The number of
 * pages, though, is fixed before the listener: so the first print (of page 1 only) fills in
 * what depends on pages, and the second prints the result and proves that nothing moved.
 */
export function installPagination(): void {
  const tools = (window as unknown as PageWindow).colophonTools;
  const state = window as unknown as PageState;

  const paginate = (): PaginationResult => {
    let rounds = 0;
    let settled = false;
    let widened = false;
    let layout: Layout;
    do {
      rounds++;
      if (!state.colophonFrozen && tools.improve()) widened = true;
      layout = tools.layout();
      // Everything is measured before anything is written.
      const locators = tools.locators(layout);
      const repeatTerms = tools.findContinuedTerms(layout);
      const changed = [tools.fillNumbers(layout), tools.fillLocators(locators), repeatTerms()];
      settled = !changed.includes(true) && tools.inPlace(layout) && tools.linesSettled();
    } while (!settled && rounds < 8);
    const { labels, blanks } = layout;
    // The margins last: what is read after a change costs a layout.
    const anchors = tools.anchors(layout);
    const noteHeads = tools.noteHeads(layout);
    const overflowing = tools.overflowing(widened);
    const setHyphens = tools.findHyphens();
    setHyphens();
    tools.fillMargins(layout, noteHeads);
    return {
      pages: labels.map((label, page) => ({ label, blank: blanks.has(page) })),
      anchors,
      overflowing,
      widened,
      rounds: settled ? rounds : 0,
    };
  };

  matchMedia('print').addEventListener('change', (event) => {
    if (!event.matches) return;
    try {
      state.colophonResult = paginate();
    } catch (error) {
      state.colophonError = String(error);
    }
  });
}
