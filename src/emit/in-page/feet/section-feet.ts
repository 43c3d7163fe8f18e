import type { FootNoteOptions } from '../../pdf/page/pagination.ts';
import { flowOf, type FlowItem } from './flow.ts';
import { footBox, formsOf, type BoxedPart, type FootBox } from './foot-box.ts';
import type { NotedSection } from './foot-notes.ts';
import { ItemMemory } from './item-memory.ts';
import { breakAtEnd, preparePageBreak, type PageBreak } from './page-breaks.ts';
import { heightOfParts } from './note-rows.ts';
import type { Pages } from './pages.ts';
import { planFeet, slack, type FootMeasures, type PlannedNote, type PlannedPage } from './plan-feet.ts';
import { SectionNotes } from './section-notes.ts';
import type { TextPlaces } from './text-places.ts';

/** A page as it was made. */
interface MadePage {
  readonly plan: PlannedPage;
  readonly end?: PageBreak | undefined;
  readonly box?: FootBox | undefined;
}

/** Pages as they should be, from which index on they are made anew, and their notes as they were measured. */
interface Planned {
  readonly plan: ReadonlyArray<PlannedPage>;
  readonly from: number;
  readonly measured: ReadonlyArray<PlannedNote>;
}

/** Where a section begins: its first page, the top of that, and its own, in CSS pixels. */
interface Start {
  readonly page: number;
  readonly top: number;
  readonly sectionTop: number;
}

/** The pages of a section with notes at their feet. */
export class SectionFeet {
  readonly section: NotedSection;
  /** Whether its notes stand at its end. */
  isGivenUp = false;
  readonly #memory = new ItemMemory();
  readonly #notes: SectionNotes;
  readonly #places: TextPlaces;
  readonly #settings: FootNoteOptions;
  #made: MadePage[] = [];
  #unsettled = 0;

  /** @param settings how its notes stand */
  constructor(section: NotedSection, places: TextPlaces, settings: FootNoteOptions) {
    this.section = section;
    this.#settings = settings;
    this.#places = places;
    this.#notes = new SectionNotes(section, places, settings.short);
    for (const pool of section.pools) pool.classList.add(...formsOf(settings));
    section.element.style.position = 'relative';
  }

  /** Takes all notes back: something in the section is about to change. */
  release(): void {
    this.#takeBack(0);
    this.#memory.forget();
  }

  /**
   * Its notes have not come to rest in many layouts. Where that goes on, they stand at its end, for good: so every
   * book comes to rest.
   */
  noteUnrest(): void {
    this.#unsettled++;
    if (this.#unsettled < mostUnrest) return;
    this.release();
    this.isGivenUp = true;
    for (const pool of this.section.pools) pool.classList.remove('foot-notes');
  }

  /** The notes that do not begin on the page of their mark, by id: all of them, or those that had no room. */
  moved(): string[] {
    const late = new Set(this.#made.flatMap(({ plan }) => plan.late ?? []));
    return this.section.notes.flatMap(({ element }, index) =>
      this.isGivenUp || late.has(index) ? [element.id] : [],
    );
  }

  /** Where the notes of its pages begin: of each page its index and the height from its top. */
  feet({ tops, pageAt }: Pages): Array<{ readonly page: number; readonly y: number }> {
    return this.#made.flatMap(({ box }) => {
      if (box === undefined) return [];
      const { top } = box.element.getBoundingClientRect();
      const page = pageAt(top + 1);
      return [{ page, y: top - (tops[page] ?? 0) }];
    });
  }

  /**
   * Reads how the pages are and should be.
   *
   * @returns what changes them; undefined where they are as they should be
   */
  look(pages: Pages, measures: FootMeasures): (() => void) | undefined {
    if (this.isGivenUp) return undefined;
    const { element, notes } = this.section;
    const items = flowOf(element, this.#places.range);
    const page = pages.pageAt((items[0]?.top ?? 0) + 1);
    const top = pages.tops[page] ?? 0;
    const start = { page, top, sectionTop: element.getClientRects()[0]?.top ?? top };
    this.#learn(items, pages, page);
    this.#notes.forget(this.#notesElsewhere(pages, page));
    const measured = this.#notes.measure();
    if (measured === undefined) return () => this.#takeBack(0);
    const plan = planFeet(this.#memory.planned(items, marksIn(items, notes)), measured, measures);
    const from = this.#firstChange(plan, items, pages, page);
    if (from === undefined) return undefined;
    if (!this.#notes.findCuts(plan.slice(from).flatMap(({ parts }) => parts))) return () => this.#takeBack(0);
    return this.#prepare({ plan, from, measured }, items, start, measures);
  }

  #learn(items: ReadonlyArray<FlowItem>, pages: Pages, start: number): void {
    const broken = this.#made.flatMap(({ plan, end }) => (end === undefined ? [] : [plan.end]));
    this.#memory.learn(items, pages, new Set(broken));
    const pageOf = (item: FlowItem | undefined, expected: number): number =>
      item === undefined ? expected : pages.pageAt(middleOf(item)) - start;
    const failed = this.#made.find(
      ({ plan: { end, bottom } }, index) =>
        bottom !== undefined &&
        (pageOf(items[end], index) !== index || pageOf(items[end + 1], index + 1) < index + 1),
    );
    const item = failed && items[failed.plan.end];
    if (item !== undefined) this.#memory.noteFailure(item);
  }

  /** The notes of boxes that have another height than they should, or stand elsewhere. */
  #notesElsewhere({ pageAt }: Pages, start: number): number[] {
    return this.#made.flatMap(({ plan, box }, index) => {
      if (box === undefined) return [];
      const [rect, ...others] = box.element.getClientRects();
      const isRight =
        rect !== undefined &&
        others.length === 0 &&
        Math.abs(rect.height - box.height) < slack &&
        pageAt(rect.top + 1) === start + index;
      return isRight ? [] : plan.parts.map(({ note }) => note);
    });
  }

  /** Index of the first page that is not as planned, or does not hold what it should; undefined where all do. */
  #firstChange(
    plan: ReadonlyArray<PlannedPage>,
    items: ReadonlyArray<FlowItem>,
    { pageAt }: Pages,
    start: number,
  ): number | undefined {
    let at = 0;
    const first = Array.from({ length: Math.max(plan.length, this.#made.length) }).findIndex((_, index) => {
      const page = plan[index];
      const behind = plan[index + 1];
      if (page === undefined || !isSame(page, this.#made[index]?.plan)) return true;
      const own = items.slice(at, page.end + 1);
      at = page.end + 1;
      const next = behind?.bottom === undefined ? undefined : items[at];
      // What is higher than a page is on several.
      return (
        own.some(
          (item) => item.bottom - item.top < mostDivided && pageAt(middleOf(item)) !== start + index,
        ) ||
        (next !== undefined && pageAt(next.top + 1) !== start + index + 1)
      );
    });
    if (first < 0) return undefined;
    const isCarried = (page: PlannedPage | undefined): boolean => (page?.parts[0]?.from ?? 0) > 0;
    let from = first;
    while (from > 0 && (isCarried(plan[from]) || isCarried(this.#made[from]?.plan))) from--;
    return from;
  }

  /** Reads all that is needed to make pages anew from an index on. */
  #prepare(
    { plan, from, measured }: Planned,
    items: ReadonlyArray<FlowItem>,
    { top, sectionTop }: Start,
    { pageHeight, separator }: FootMeasures,
  ): () => void {
    const planned = plan.slice(from);
    const ends = planned.map(({ end, bottom }) => {
      const [item, next] = [items[end], items[end + 1]];
      if (item === undefined || next === undefined || bottom === undefined) return undefined;
      const between = plan.filter((other) => other.end === end && other.bottom === undefined);
      const pagesBetween = between.map(() => pageHeight);
      return preparePageBreak(item, next, { room: pageHeight - bottom, pagesBetween }, this.#places);
    });
    return () => {
      this.#takeBack(from);
      const parts = this.#notes.divide(
        planned.map((page) => page.parts),
        measured,
      );
      // From the last to the first: places in the same text stay where they are.
      const ended = ends.toReversed().map((end) => end?.());
      planned.forEach((page, order) => {
        const isAlone = page.bottom === undefined && page.end === items.length - 1;
        const end = isAlone ? breakAtEnd(this.section.pools[0]!) : ended[planned.length - 1 - order];
        const edge = top - sectionTop + (from + order + 1) * pageHeight;
        this.#made.push({
          plan: page,
          end,
          box: this.#box(parts[order] ?? [], edge, separator + heightOfParts(page.parts, measured)),
        });
      });
    };
  }

  /** @param edge the lower one of the page, in the section */
  #box(parts: ReadonlyArray<BoxedPart>, edge: number, height: number): FootBox | undefined {
    const [pool] = this.section.pools;
    if (parts.length === 0 || pool === undefined) return undefined;
    return footBox(pool, parts, { top: edge - height - slack, height }, this.#settings);
  }

  /** Takes back pages from an index on. */
  #takeBack(from: number): void {
    const taken = this.#made.splice(from);
    for (const { end } of taken) end?.takeBack();
    this.#notes.takeBack(new Set(taken.flatMap(({ plan }) => plan.parts.map(({ note }) => note))));
    for (const { box } of taken) box?.takeBack();
  }
}

/** How often the notes of a section may fail to come to rest. */
const mostUnrest = 5;

/** What is higher may be divided by pages, in CSS pixels. */
const mostDivided = 200;

function middleOf({ top, bottom }: FlowItem): number {
  return (top + bottom) / 2;
}

function isSame(a: PlannedPage, b: PlannedPage | undefined): boolean {
  return b !== undefined && a.end === b.end && JSON.stringify(a.parts) === JSON.stringify(b.parts);
}

/** The notes by index, of each item those whose marks are in it. */
function marksIn(items: ReadonlyArray<FlowItem>, notes: NotedSection['notes']): number[][] {
  const marks = items.map((): number[] => []);
  notes.forEach(({ mark }, index) => {
    const { top, bottom } = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
    const found = items.findIndex((item) => item.bottom > (top + bottom) / 2);
    marks[found < 0 ? items.length - 1 : found]?.push(index);
  });
  return marks;
}
