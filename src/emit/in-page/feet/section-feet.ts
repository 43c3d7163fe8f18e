import type { FootNoteOptions } from '../../pdf/page/pagination.ts';
import { flowOf, type FlowItem } from './flow.ts';
import { footBox, formsOf, type BoxedPart, type FootBox } from './foot-box.ts';
import type { FootNote, NotedSection } from './foot-notes.ts';
import { firstChange, middleOf } from './first-change.ts';
import { marksIn } from './marks-in.ts';
import { ItemMemory } from './item-memory.ts';
import { breakAtEnd, preparePageBreak, type PageBreak } from './page-breaks.ts';
import { heightOfParts } from './note-rows.ts';
import type { Pages } from './pages.ts';
import { planFeet } from './plan-feet.ts';
import { type FootMeasures, type PlannedNote, type PlannedPage, slack } from './planned-pages.ts';
import { SectionHeads, type HeadOptions } from './section-heads.ts';
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
  readonly #heads: SectionHeads;
  #made: MadePage[] = [];
  #unsettled = 0;

  /**
   * @param settings how its notes stand
   * @param heads how figures and tables may stand at the heads of its pages
   */
  constructor(section: NotedSection, places: TextPlaces, settings: FootNoteOptions, heads: HeadOptions) {
    this.section = section;
    this.#heads = new SectionHeads(section.element, heads);
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
    this.#heads.putAllBack();
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

  /** The notes that begin on each of its pages, in their order there. */
  begun(pageAt: Pages['pageAt']): Array<{ readonly page: number; readonly notes: ReadonlyArray<FootNote> }> {
    return this.#made.flatMap(({ plan, box }) => {
      if (box === undefined) return [];
      const begun = plan.parts.flatMap(({ note, from }) => (from === 0 ? [note] : []));
      return [
        {
          page: pageAt(box.element.getBoundingClientRect().top + 1),
          notes: begun.flatMap((index) => this.section.notes[index] ?? []),
        },
      ];
    });
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
    const planned = this.#memory.planned(items, marksIn(items, notes));
    const heads = this.#heads.planned(
      items,
      notes.map(({ mark }) => mark),
    );
    const sides = { ...measures, beginsLeft: page % 2 === 1 };
    // What finds no rest is planned page by page.
    const plan = planFeet(planned, measured, sides, heads, this.#unsettled > 0);
    const moveHeads =
      this.#heads.findStranded(plan, heads, measured) ??
      this.#heads.find(items, { items: planned, notes: measured, heads, measures });
    if (moveHeads !== undefined)
      return () => {
        this.release();
        moveHeads();
      };
    const from = firstChange(
      plan,
      this.#made.map((made) => made.plan),
      items,
      pages,
      page,
    );
    if (from === undefined) return undefined;
    if (!this.#notes.findCuts(plan.slice(from).flatMap(({ parts }) => parts))) return () => this.#takeBack(0);
    return this.#prepare({ plan, from, measured }, items, start, measures);
  }

  #learn(items: ReadonlyArray<FlowItem>, pages: Pages, start: number): void {
    const broken = this.#made.flatMap(({ plan, end }) => (end === undefined ? [] : [plan.end]));
    const headed = new Set(
      this.#made.flatMap(({ plan: { heads } }, index) => (heads ? [start + index] : [])),
    );
    this.#memory.learn(items, pages, new Set(broken), (page) => headed.has(page));
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
      const following = plan.find((other) => other.end > end);
      const head = following === undefined ? 0 : this.#heads.heightOn(following);
      return preparePageBreak(item, next, { room: pageHeight - bottom, pagesBetween, head }, this.#places);
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
        this.#heads.place(page, edge - pageHeight);
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
