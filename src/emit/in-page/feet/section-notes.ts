import { divideNote, type NoteCut } from './divide-note.ts';
import type { BoxedPart } from './foot-box.ts';
import type { FootNote, NotedSection, ShortNotes } from './foot-notes.ts';
import { cutOf, measureNote } from './note-measures.ts';
import { besideOthers, columnRuns } from './note-rows.ts';
import type { NotePart, PlannedNote } from './planned-pages.ts';
import type { TextPlaces } from './text-places.ts';

/** The notes of a section: how high they are, where they can be divided, and what they are divided into. */
export class SectionNotes {
  readonly #notes: ReadonlyArray<FootNote>;
  readonly #places: TextPlaces;
  readonly #measured = new Map<FootNote, PlannedNote>();
  readonly #cuts = new Map<FootNote, Map<number, NoteCut>>();
  readonly #joins = new Map<FootNote, () => void>();

  readonly #lists: ReadonlyArray<HTMLElement>;
  readonly #short: ShortNotes;

  /** @param short where notes of one line stand */
  constructor({ notes }: NotedSection, places: TextPlaces, short: ShortNotes) {
    this.#notes = notes;
    this.#places = places;
    this.#lists = [...new Set(notes.map(({ list }) => list))];
    this.#short = short;
  }

  /** Their measures; undefined where some would have to be joined first. */
  measure(): PlannedNote[] | undefined {
    if (this.#notes.some((note) => !this.#measured.has(note) && this.#joins.has(note))) return undefined;
    return this.#notes.map((note) => {
      const measured = this.#measured.get(note) ?? this.#measureNote(note);
      this.#measured.set(note, measured);
      return measured;
    });
  }

  #measureNote(note: FootNote): PlannedNote {
    const list = this.#lists.indexOf(note.list);
    return { ...measureNote(note, this.#places.range, this.#short), list };
  }

  /** Notes, by index, have not the height they were measured to have. */
  forget(indexes: ReadonlyArray<number>): void {
    for (const index of indexes) {
      const note = this.#notes[index];
      if (note === undefined) continue;
      this.#measured.delete(note);
      this.#cuts.delete(note);
    }
  }

  /** Finds where parts end within their notes; whether all could be found without joining any. */
  findCuts(parts: ReadonlyArray<NotePart>): boolean {
    return parts.every(({ note: index, to }) => {
      const note = this.#notes[index];
      const measured = note && this.#measured.get(note);
      if (note === undefined || measured === undefined || to >= measured.height) return true;
      const known = this.#cuts.get(note) ?? new Map<number, NoteCut>();
      this.#cuts.set(note, known);
      if (known.has(to)) return true;
      if (this.#joins.has(note)) return false;
      const place = measured.cuts.findIndex(({ at }) => at === to);
      const cut = cutOf(note.element, place, this.#places);
      if (cut !== undefined) known.set(to, cut);
      return true;
    });
  }

  /** The elements of the parts on each page, divided where they end. */
  divide(pages: ReadonlyArray<ReadonlyArray<NotePart>>, measured: ReadonlyArray<PlannedNote>): BoxedPart[][] {
    const cuts = new Map<FootNote, NoteCut[]>();
    for (const { note: index, to } of pages.flat()) {
      const note = this.#notes[index];
      const cut = note && this.#cuts.get(note)?.get(to);
      if (note !== undefined && cut !== undefined) cuts.set(note, [...(cuts.get(note) ?? []), cut]);
    }
    const pieces = new Map<FootNote, HTMLElement[]>();
    const next = (
      { note: index, from }: NotePart,
      stands: Pick<BoxedPart, 'inRow' | 'columnRun'>,
    ): BoxedPart[] => {
      const note = this.#notes[index];
      if (note === undefined) return [];
      const left = pieces.get(note) ?? this.#divideNote(note, cuts.get(note) ?? []);
      pieces.set(note, left);
      const element = left.shift();
      return element === undefined ? [] : [{ note, element, isRest: from > 0, ...stands }];
    };
    return pages.map((parts) => {
      if (this.#short === 'columns') {
        const runs = columnRuns(parts, measured);
        return parts.flatMap((part, at) => next(part, { columnRun: runs[at] }));
      }
      const beside = besideOthers(parts, measured);
      return parts.flatMap((part, at) =>
        next(part, {
          inRow: beside[at] === true ? 'further' : beside[at + 1] === true ? 'first' : undefined,
        }),
      );
    });
  }

  #divideNote(note: FootNote, cuts: ReadonlyArray<NoteCut>): HTMLElement[] {
    if (cuts.length === 0) return [note.element];
    const { parts, join } = divideNote(note.element, cuts);
    this.#joins.set(note, join);
    return [...parts];
  }

  /** Joins notes, by index, and puts them where they came from. */
  takeBack(indexes: Iterable<number>): void {
    for (const index of indexes) {
      const note = this.#notes[index];
      if (note === undefined) continue;
      this.#joins.get(note)?.();
      this.#joins.delete(note);
      note.element.classList.remove('in-row', 'first');
      note.list.append(note.element);
    }
  }
}
