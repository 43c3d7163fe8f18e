import type { Hyphenation, Outcome, Pagination } from '../pdf/page/pagination-script.ts';
import { announcement, type PaginationOptions, type PaginationResult } from '../pdf/page/pagination.ts';
import { leaveOutEffects } from './blocks/left-out-effects.ts';
import { sparePages } from './blocks/spare-pages.ts';
import { garbageCollector } from './collect-garbage.ts';
import { feet } from './feet/feet.ts';
import type { NotedSection } from './feet/foot-notes.ts';
import type { NotesByPage } from './feet/notes-by-page.ts';
import { hyphenatedTexts } from './lines/idle-hyphens.ts';
import type { Paragraph } from './lines/paragraphs.ts';
import { setLines, type SetLines } from './lines/set-lines.ts';
import { textSupply } from './lines/text-supply.ts';
import { paginator } from './paginator.ts';

/** What is found in a document. */
interface Prepared {
  /** Those whose lines are set. */
  readonly paragraphs: ReadonlyArray<Paragraph>;
  readonly noted: ReadonlyArray<NotedSection>;
  /** Absent: notes are not numbered anew on each page. */
  readonly byPage: NotesByPage | undefined;
}

/**
 * Paginates in every print from now on.
 *
 * Chrome calls a `matchMedia('print')` change listener while `page.pdf()` holds the paginated
 * layout: there `document.documentElement.getClientRects()` has one rectangle per page, and
 * changes made to the document are laid out again before anything is painted. The number of
 * pages, though, is fixed before the listener, and so are the texts that the tags will name: what is put in
 * takes its place from spare pages and its texts from spare ones. Where these do not suffice, or the page was
 * laid out too wide, nothing is painted, and the next print finds everything as it should be.
 *
 * What moves the pages for ever is left as it is after some prints: then nothing is improved any more, and numbers
 * and notes follow what stands. Numbers never take less room than they once had, and notes that find no rest go to
 * the end of their section: so these prints come to rest, whatever the book.
 *
 * @param prepared what was found in the document before any of its lines was set
 */
export function paginate(
  options: PaginationOptions,
  { paragraphs, noted, byPage }: Prepared,
  hyphenation: Hyphenation,
): Pagination {
  const hyphenated = hyphenatedTexts();
  const spare = sparePages(spareCount(options));
  const supply = textSupply(spare.takeText);
  const settings = options.footNotes ?? { short: 'below', runIn: false };
  const foot = feet(noted, settings, byPage, {
    mayFloat: options.figures !== 'here',
    followIndent: (paragraph) => lines.followIndent(paragraph),
  });
  const lines: SetLines = setLines(paragraphs, hyphenation, supply, foot.release);
  const garbage = garbageCollector();
  const run = paginator(options, lines, foot, hyphenated, spare, garbage.afterLayout);
  const leftOut = new Set<number>();
  let outcome: Outcome = {};
  let prints = 0;
  const printing = matchMedia('print');
  const paginateNow = (event: MediaQueryListEvent): void => {
    if (!event.matches) return;
    prints++;
    supply.beginPrint();
    foot.beginPrint();
    try {
      if (options.hasEffects === true) for (const place of leaveOutEffects()) leftOut.add(place);
      const result = { ...run(prints > mostFreePrints), ...(leftOut.size > 0 && { leftOut: [...leftOut] }) };
      outcome = { result };
      if (result.state === 'painted') {
        announce(result);
        garbage.beforePainting();
      }
      show(result.state === 'painted');
    } catch (error) {
      outcome = { error: String(error) };
      show(false);
    }
  };
  printing.addEventListener('change', paginateNow);
  return {
    takeOutcome: () => {
      const taken = outcome;
      outcome = {};
      show(true);
      garbage.afterLayout();
      return taken;
    },
    end: () => printing.removeEventListener('change', paginateNow),
  };
}

/** So many prints may move whatever asks for it. */
const mostFreePrints = 4;

/** Tells of the layout that will be painted. */
function announce(result: PaginationResult): void {
  const listener = (globalThis as { [announcement]?: (result: string) => void })[announcement];
  listener?.(JSON.stringify(result));
}

/** Empty pages there may have to be put in, and two for a hundred that numbers and whole paragraphs may make more. */
function spareCount({ sections, pageMultiple = 1 }: PaginationOptions): number {
  const openings = sections.filter(({ opens }) => opens === 'right').length;
  return openings + pageMultiple + 3 + Math.ceil(document.body.textContent.length / 100_000);
}

function show(shown: boolean): void {
  document.body.style.display = shown ? '' : 'none';
}
