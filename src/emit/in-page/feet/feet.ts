import type { FootNoteOptions, MovedNotes, NoteNumber } from '../../pdf/page/pagination.ts';
import type { NotedSection } from './foot-notes.ts';
import type { NotesByPage } from './notes-by-page.ts';
import { readPages } from './pages.ts';
import type { FootMeasures } from './planned-pages.ts';
import { SectionFeet } from './section-feet.ts';
import type { HeadOptions } from './section-heads.ts';
import { TextPlaces } from './text-places.ts';

/** The notes at the foot of the pages of a book. */
export interface Feet {
  /** A print begins. */
  readonly beginPrint: () => void;
  /**
   * Puts them there, in several layouts; whether any was moved, or has another number.
   *
   * @param labels what the pages are called
   */
  readonly place: (labels: ReadonlyArray<string>) => boolean;
  /** Whether all stand where they should since they were last placed. */
  readonly settled: () => boolean;
  /** Whether none was moved in this print: the tags name texts as they were when it began. */
  readonly tagged: () => boolean;
  /** Has the notes of a section taken back before a paragraph in it changes. */
  readonly release: (paragraph: Element) => void;
  /** The notes that do not begin on the page of their mark. */
  readonly moved: () => ReadonlyArray<MovedNotes>;
  /** What marks show that show another number than the document has. */
  readonly numbers: () => ReadonlyArray<NoteNumber>;
  /** Where the notes of each page begin: index of the page, and height from its top in CSS pixels. */
  readonly positions: () => ReadonlyArray<{ readonly page: number; readonly y: number }>;
}

/** How many layouts are tried at most. */
const mostLayouts = 14;

/**
 * The notes at the foot of the pages of the document, which are still to be put there.
 *
 * @param noted the sections that have any
 * @param settings how they stand there
 * @param byPage numbers them anew on each page
 * @param heads how figures and tables may stand at the heads of pages with notes
 */
export function feet(
  noted: ReadonlyArray<NotedSection>,
  settings: FootNoteOptions,
  byPage: NotesByPage | undefined,
  heads: HeadOptions,
): Feet {
  const places = new TextPlaces();
  const sections = noted.map((section) => new SectionFeet(section, places, settings, heads));
  // Chrome counts the nodes of a document, and its print has some of these numbers.
  const probe = sections[0] && emptyBox(sections[0].section.pools);
  const bySection = new Map<Element | null, SectionFeet>(
    sections.map((each) => [each.section.element, each]),
  );
  let settled = true;
  let moved = false;
  let separator: number | undefined;
  return {
    beginPrint: () => {
      moved = false;
    },
    place: (labels) => {
      if (probe === undefined) return false;
      let waiting = sections;
      let changed = false;
      for (let layouts = 0; layouts < mostLayouts && waiting.length > 0; layouts++) {
        const pages = readPages();
        separator ??= takeHeight(probe);
        const measures = measuresWith(separator);
        const changes = waiting.map((each) => ({ each, change: each.look(pages, measures) }));
        waiting = changes.flatMap(({ each, change }) => (change === undefined ? [] : [each]));
        for (const { change } of changes) change?.();
        changed ||= waiting.length > 0;
      }
      moved ||= changed;
      for (const each of waiting) {
        each.noteUnrest();
        if (each.isGivenUp) byPage?.giveUp(each.section.element);
      }
      const renumbered = byPage !== undefined && renumber(byPage, sections, labels);
      settled = waiting.length === 0 && !renumbered;
      return changed || renumbered;
    },
    settled: () => settled,
    tagged: () => !moved,
    release: (paragraph) => {
      const section = bySection.get(paragraph.closest<HTMLElement>('body > section'));
      if (section === undefined) return;
      moved = true;
      section.release();
    },
    moved: () => sections.flatMap(movedOf),
    numbers: () => byPage?.shown() ?? [],
    positions: () => {
      if (probe === undefined) return [];
      const pages = readPages();
      return sections.flatMap((each) => each.feet(pages));
    },
  };
}

function measuresWith(separator: number): FootMeasures {
  const lineHeight = Number.parseFloat(getComputedStyle(document.body).lineHeight);
  return { pageHeight: pageHeight(), lineHeight, separator };
}

function movedOf(feetOfSection: SectionFeet): MovedNotes[] {
  const notes = feetOfSection.moved();
  const { section, isGivenUp } = feetOfSection;
  return notes.length > 0 ? [{ section: section.element.id, notes, atEnd: isGivenUp }] : [];
}

/** Numbers the notes anew on each page; whether any has another number now. */
function renumber(
  byPage: NotesByPage,
  sections: ReadonlyArray<SectionFeet>,
  labels: ReadonlyArray<string>,
): boolean {
  const { pageAt } = readPages();
  const places = {
    pageOf: (element: Element) => pageAt(element.getBoundingClientRect().top + 1),
    labelOf: (page: number) => labels[page] ?? '',
  };
  const begun = sections
    .filter(({ isGivenUp }) => !isGivenUp)
    .map((each) => ({ section: each.section.element, pages: each.begun(pageAt) }));
  return byPage.find(begun, places)();
}

function pageHeight(): number {
  return document.documentElement.getClientRects()[0]?.height ?? 0;
}

function emptyBox([pool]: ReadonlyArray<HTMLElement>): HTMLElement {
  const box = document.createElement('article');
  box.className = 'foot';
  pool?.append(box);
  return box;
}

function takeHeight(probe: HTMLElement): number {
  const height = [...probe.getClientRects()].reduce((sum, rect) => sum + rect.height, 0);
  probe.remove();
  return height;
}
