import type { PaginationOptions } from '../pdf/page/pagination.ts';
import { blankPages } from './blocks/blank-pages.ts';
import { closeContents } from './blocks/close-contents.ts';
import { findOversized } from './blocks/oversized.ts';
import { shortParagraphs } from './blocks/short-paragraphs.ts';
import { wideFormulas } from './blocks/wide-formulas.ts';
import { wideTables } from './blocks/wide-tables.ts';
import { pageDepths } from './depth/page-depths.ts';
import type { Feet } from './feet/feet.ts';
import { readLayout, type Layout } from './layout/layout.ts';
import type { SetLines } from './lines/set-lines.ts';

/** What was improved in a round. */
interface Improvement {
  /** Whether anything was: the layout is another one then. */
  readonly changed: boolean;
  /** Whether the page was laid out too wide. */
  readonly widened: boolean;
}

/** The layout of a book, which can be improved. */
export interface BookLayout {
  readonly read: () => Layout;
  /**
   * Finds what to improve in a layout; the function returned does so. Short paragraphs stay whole, tables and formulas
   * that are too wide are made to fit, empty pages are put in exactly where they are needed.
   */
  readonly find: (layout: Layout) => () => Improvement;
  /** Finds lines that are to follow what has been improved, and nothing else. */
  readonly findFollowing: () => () => Improvement;
  /** Puts notes at the foot of pages, when all else is in its place, in several layouts; whether any moved. */
  readonly placeNotes: (labels: ReadonlyArray<string>) => boolean;
  /** Whether the notes stand where they should. */
  readonly followed: () => boolean;
  /** Whether tables and formulas stay as they are, every section opens on its side and the pages are as many as they should be. */
  readonly inPlace: (layout: Layout) => boolean;
}

/**
 * The layout of the book in the document.
 *
 * @param end what the book ends before
 */
export function bookLayout(
  options: PaginationOptions,
  lines: SetLines,
  feet: Feet,
  end: Element,
): BookLayout {
  const { sections, firstBody, textWidth, digits, excerpt } = options;
  if (excerpt !== undefined && excerpt.pagesBefore % 2 === 1) document.body.prepend(pageBefore());
  const elements = sections.map(({ id }) => document.getElementById(id));
  const bodyIndex = sections.findIndex(({ id }) => id === firstBody);
  const blanks = blankPages(options, elements, end);
  const findWide = wideTables(textWidth, options.shrinks === true);
  const findLong = wideFormulas();
  const contents = closeContents();
  const depths = pageDepths(options, elements, lines);
  let wideMove = false;
  const read = (): Layout =>
    readLayout(elements, bodyIndex, blanks.elements(), end.firstElementChild ?? end, digits, excerpt);
  return {
    read,
    find: (layout) => {
      // Reading a position after a change lays the whole book out again: so everything is read first.
      const short = shortParagraphs();
      const fitTables = findWide();
      const fitFormulas = findLong();
      const setMisfits = lines.findMisfits();
      const markOversized = findOversized();
      const setContents = contents.find(layout);
      const setDepths = depths.find(layout, new Set(short));
      return () => {
        for (const paragraph of short) paragraph.classList.add('kept-whole');
        const tables = fitTables();
        const shrunk = fitFormulas();
        const changed = tables.changed || shrunk;
        wideMove = changed;
        const marked = markOversized();
        setMisfits();
        setContents();
        const deepened = setDepths();
        const inserted = blanks.insert(layout);
        const stays = !deepened && short.length === 0 && !changed && !marked && !inserted;
        return {
          changed: !stays || !contents.settled() || !lines.settled(),
          widened: tables.narrowed || shrunk,
        };
      };
    },
    findFollowing: () => {
      const setMisfits = lines.findMisfits();
      return () => {
        setMisfits();
        return { changed: !lines.settled(), widened: false };
      };
    },
    placeNotes: feet.place,
    followed: feet.settled,
    inPlace: (layout) => !wideMove && contents.settled() && feet.settled() && blanks.inPlace(layout),
  };
}

/** What the left-hand page before a section is, which begins a page since it is not the first of its kind then. */
function pageBefore(): HTMLElement {
  const before = document.createElement('section');
  before.className = 'blank-page';
  return before;
}
