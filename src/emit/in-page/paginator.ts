import {
  widerThanPages,
  type PaginationOptions,
  type PaginationResult,
  type PrintState,
} from '../pdf/page/pagination.ts';
import { blockPlaces } from './blocks/block-places.ts';
import { holes } from './blocks/holes.ts';
import { numberedBlocks, overflowing } from './blocks/overflow.ts';
import { blockShrinker, type BlockShrinker } from './blocks/shrink-blocks.ts';
import type { SparePages } from './blocks/spare-pages.ts';
import { bookLayout, type BookLayout } from './book-layout.ts';
import type { Feet } from './feet/feet.ts';
import { continuedTerms } from './index/continued-terms.ts';
import { locators } from './index/locators.ts';
import { anchorPlaces } from './layout/anchor-places.ts';
import type { Layout } from './layout/layout.ts';
import { dropIdleHyphens } from './lines/idle-hyphens.ts';
import type { SetLines } from './lines/set-lines.ts';
import { margins } from './margins/margins.ts';
import { noteHeads } from './margins/note-heads.ts';
import { pageNumbers } from './page-numbers.ts';
import { pageStarts } from './starts/page-starts.ts';

const mostRounds = 12;
/** So many prints in succession may be laid out too wide for what has been mended meanwhile. */
const mostWidePrints = 2;
/** And in the last prints, in which only numbers and notes move. */
const mostLastRounds = 40;

/**
 * What fills in all that depends on pages, in the layout of a print, until nothing moves any more.
 *
 * @param hyphenated texts with soft hyphens whose lines are not set
 * @param spare the pages behind the book
 * @param collectGarbage frees the memory of earlier layouts
 */
export function paginator(
  options: PaginationOptions,
  lines: SetLines,
  feet: Feet,
  hyphenated: ReadonlyArray<Text>,
  spare: SparePages,
  collectGarbage: () => void,
): (isLast: boolean) => PaginationResult {
  const book = bookLayout(options, lines, feet, spare.element);
  const settle = settler(options, book, lines, spare, collectGarbage);
  const identified = [...document.querySelectorAll('[id]')];
  const blocks = numberedBlocks();
  const shrinker = options.shrinks === true ? blockShrinker(blocks, options.textWidth) : undefined;
  let widePrints = 0;
  return (isLast) => {
    const printed = document.documentElement.getClientRects().length;
    const { layout, settled, widened: narrowed, tagged, inPlace } = settle(isLast);
    const { labels, blanks } = layout;
    const pages = identified.map(layout.pageOf);
    const { culprits, isMended, shrinks } = widthOf(blocks, options, narrowed ? undefined : shrinker);
    widePrints = isMended ? widePrints + 1 : 0;
    if (widePrints > mostWidePrints) throw new Error(widerThanPages);
    const widened = narrowed || isMended || shrinks;
    const hyphensStay = lines.settleHyphens();
    // What was laid out too wide will have other lines.
    if (!widened) dropIdleHyphens(hyphenated);
    const final = book.read();
    const anchors = anchorPlaces(identified, final);
    const positions = feet.positions();
    const stays =
      hyphensStay() &&
      final.tops.length === labels.length &&
      anchors.every(({ page }, order) => page === pages[order]);
    const state = stateOf({
      complete:
        settled && stays && !widened && tagged && lines.tagged() && feet.tagged() && labels.length < printed,
      // What was laid out too wide is laid out again before it is judged.
      refused: !widened && (culprits.length > 0 || !accepts(options, labels.length)),
    });
    const movedNotes = feet.moved();
    const noteNumbers = feet.numbers();
    return {
      pages: labels.map((label, page) => ({ label, blank: blanks.has(page) })),
      anchors,
      ...(positions.length > 0 && { feet: positions }),
      ...(options.hasPlaces === true && state === 'painted' && { places: blockPlaces(blocks, final) }),
      ...(state === 'painted' && holesIn(blocks, final)),
      starts: state === 'painted' ? pageStarts(final.tops) : [],
      overflowing: culprits,
      ...shrunkIn(shrinker),
      ...(movedNotes.length > 0 && { movedNotes }),
      ...(noteNumbers.length > 0 && { noteNumbers }),
      ...(!inPlace && { unsettled: true }),
      state,
    };
  };
}

/**
 * A layout, whether what depends on pages has moved nothing in it, whether it was too wide for a table, and whether
 * the tags of this print have the links of the index.
 */
interface Settlement {
  readonly layout: Layout;
  readonly settled: boolean;
  readonly widened: boolean;
  readonly tagged: boolean;
  /** Whether everything stands where it should, and not where it happened to stand when all others had come to rest. */
  readonly inPlace: boolean;
}

/**
 * What improves the layout and fills in what depends on pages, again and again. What is read after a change costs a
 * layout of the whole book: so in each round everything is read first, and then all is written that follows from it.
 */
function settler(
  options: PaginationOptions,
  book: BookLayout,
  lines: SetLines,
  spare: SparePages,
  collectGarbage: () => void,
): (isLast: boolean) => Settlement {
  const findFilling = filling(options, spare);
  return (isLast) => {
    const fill = findFilling();
    let rounds = 0;
    let settled = false;
    let widened = false;
    let inPlace: boolean;
    let layout: Layout;
    do {
      rounds++;
      collectGarbage();
      layout = book.read();
      collectGarbage();
      const improve = isLast ? book.findFollowing() : book.find(layout);
      const write = fill.find(layout);
      const improved = improve();
      if (improved.widened) widened = true;
      const changes = [
        improved.changed,
        write(improved.changed && rounds === 1),
        book.placeNotes(layout.labels),
      ];
      inPlace = book.inPlace(layout);
      settled = !changes.includes(true) && (isLast ? book.followed() : inPlace) && lines.settled();
    } while (!settled && rounds < (isLast ? mostLastRounds : mostRounds));
    return { layout, settled, widened, tagged: fill.tagged(), inPlace };
  };
}

/** What depends on pages in one print. */
interface Filling {
  /**
   * Measures it; the function returned writes it, and tells whether anything changed.
   *
   * @param isRough whether much of the layout will still be another: then what no page depends on waits
   */
  readonly find: (layout: Layout) => (isRough: boolean) => boolean;
  /** Whether the tags of the print have the links of the index that are shown. */
  readonly tagged: () => boolean;
}

/** Page numbers, index, heads and folios of the document; to be called again when a print begins. */
function filling(options: PaginationOptions, spare: SparePages): () => Filling {
  const numbers = pageNumbers(options.excerpt?.elsewhere);
  const index = locators();
  const terms = continuedTerms(options.continued);
  const headsOf = noteHeads(options.notes);
  const fillMargins = margins(options);
  return () => ({
    tagged: index.begin(),
    find: (layout) => {
      const writeNumbers = numbers.find(layout);
      const locatorLines = index.read(layout);
      const repeatTerms = terms.find(layout);
      const heads = headsOf(layout);
      return (isRough) => {
        const changed = [writeNumbers(), index.write(locatorLines)];
        if (isRough) return true;
        const furnished = fillMargins(layout, heads);
        if (furnished) spare.renew();
        return [...changed, repeatTerms(), furnished].includes(true);
      };
    },
  });
}

/**
 * What is too wide, when it has been set smaller until nothing is or nothing helps; whether anything was, and whether the
 * page was laid out too wide with nothing to blame.
 */
function widthOf(
  blocks: ReadonlyArray<HTMLElement>,
  { textWidth }: PaginationOptions,
  shrinker: BlockShrinker | undefined,
): { readonly culprits: number[]; readonly isMended: boolean; readonly shrinks: boolean } {
  const first = overflowing(blocks, textWidth);
  const isMended = first.widened && first.culprits.length === 0;
  let { culprits } = first;
  let shrinks = false;
  while (culprits.length > 0 && shrinker?.shrink(culprits) === true) {
    shrinks = true;
    ({ culprits } = overflowing(blocks, textWidth));
  }
  return { culprits, isMended, shrinks };
}

function shrunkIn(shrinker: BlockShrinker | undefined): Pick<PaginationResult, 'shrunk'> {
  const shrunk = shrinker?.shrunk() ?? [];
  return shrunk.length > 0 ? { shrunk } : {};
}

/** The pages that are not full, where there are any. */
function holesIn(blocks: ReadonlyArray<HTMLElement>, layout: Layout): Pick<PaginationResult, 'holes'> {
  const found = holes(blocks, document.querySelectorAll('.foot, .floated'), layout);
  return found.length > 0 ? { holes: found } : {};
}

function accepts({ accepted: [least, most] = [0, Infinity] }: PaginationOptions, pages: number): boolean {
  return least <= pages && pages <= most;
}

function stateOf({ complete, refused }: Readonly<Record<'complete' | 'refused', boolean>>): PrintState {
  if (refused) return 'refused';
  return complete ? 'painted' : 'unfinished';
}
