import type { NoteNumber } from '../../pdf/page/pagination.ts';
import type { FootNote, NotedSection } from './foot-notes.ts';
import { KeptRooms } from './kept-rooms.ts';

/** A text that shows the number of a note, and what it showed at first. */
interface Shown {
  readonly text: Text;
  readonly was: string;
}

/** A note of a section, the texts that show its number, and its series: those with signs count for themselves. */
interface Numbered {
  readonly note: FootNote;
  readonly series: 'numbered' | 'marked';
  readonly label: Shown | undefined;
  readonly marks: ReadonlyArray<Shown & { readonly element: Element }>;
}

/** Where marks stand: the page of an element, and what pages are called. */
export interface MarkPlaces {
  readonly pageOf: (element: Element) => number;
  readonly labelOf: (page: number) => string;
}

/** The notes of a section that begin on each of its pages. */
export interface BegunNotes {
  readonly section: HTMLElement;
  readonly pages: ReadonlyArray<{ readonly page: number; readonly notes: ReadonlyArray<FootNote> }>;
}

/** What a text is to show. */
interface Change {
  readonly text: Text;
  readonly data: string;
}

/** So many rounds numbers change without more ado. */
const patience = 5;

/**
 * Notes that are numbered anew on each page. The document numbers them anew in each section: the first on a page
 * shows what the first of its section would, and so on.
 */
export class NotesByPage {
  readonly #rooms = new KeptRooms();
  #rounds = 0;
  readonly #sections: ReadonlyMap<HTMLElement, ReadonlyArray<Numbered>>;

  /**
   * Every mark shows the first number then, which most will be as wide as: lines are measured with it.
   *
   * @param sections those with notes at the foot of their pages
   */
  constructor(sections: ReadonlyArray<NotedSection>) {
    const marks = marksByNote();
    this.#sections = new Map(
      sections.map(({ element, notes }) => [element, notes.map((note) => numbered(note, marks))]),
    );
    for (const notes of this.#sections.values())
      for (const { series, label, marks: own } of notes) {
        const first = notes.find((other) => other.series === series);
        if (label !== undefined) label.text.data = first?.label?.was ?? label.was;
        for (const { text, was } of own) text.data = first?.marks[0]?.was ?? was;
      }
  }

  /**
   * Finds the numbers that are to be others.
   *
   * @param sections the notes that begin on each of their pages
   * @param places where marks stand besides the first of each note
   * @returns what writes them, and tells whether there are any
   */
  find(sections: ReadonlyArray<BegunNotes>, places: MarkPlaces): () => boolean {
    const changes = sections.flatMap((each) => this.#changesOf(each, places));
    if (changes.length > 0) this.#rounds++;
    if (this.#rounds === patience + 1) this.#keepRooms();
    return () => {
      for (const { text, data } of changes) this.#rooms.write(text, data);
      return changes.length > 0;
    };
  }

  #keepRooms(): void {
    for (const notes of this.#sections.values())
      for (const { marks } of notes) for (const { text } of marks) this.#rooms.keep(text);
  }

  #changesOf({ section, pages }: BegunNotes, places: MarkPlaces): Change[] {
    const all = this.#sections.get(section) ?? [];
    const byNote = new Map(all.map((each) => [each.note, each]));
    const bySeries = {
      numbered: all.filter(({ series }) => series === 'numbered'),
      marked: all.filter(({ series }) => series === 'marked'),
    };
    const changes: Change[] = [];
    const show = (shown: Shown | undefined, data: string | undefined): void => {
      if (shown !== undefined && data !== undefined && shown.text.data !== data)
        changes.push({ text: shown.text, data });
    };
    for (const { page, notes } of pages) {
      const counts = { numbered: 0, marked: 0 };
      for (const note of notes) {
        const each = byNote.get(note);
        if (each === undefined) continue;
        const like = bySeries[each.series][counts[each.series]++];
        show(each.label, like?.label?.was);
        for (const mark of each.marks) {
          const number = like?.marks[0]?.was ?? '';
          const at = places.pageOf(mark.element);
          const isAway = mark !== each.marks[0] && at !== page;
          show(mark, isAway ? `${places.labelOf(page)}.${number}` : number);
        }
      }
    }
    return changes;
  }

  /** Shows the numbers of the document again: the notes of a section stand at its end. */
  giveUp(section: HTMLElement): void {
    for (const { label, marks } of this.#sections.get(section) ?? [])
      for (const { text, was } of [...(label ? [label] : []), ...marks]) text.data = was;
  }

  /** What the marks show that show something else than in the document. */
  shown(): NoteNumber[] {
    return [...this.#sections.values()].flatMap((notes) =>
      notes.flatMap(({ marks }) =>
        marks.flatMap(({ element: { id }, text, was }) =>
          text.data === was ? [] : [{ mark: id, was, is: text.data }],
        ),
      ),
    );
  }
}

function numbered(note: FootNote, marks: ReadonlyMap<string, ReadonlyArray<Element>>): Numbered {
  const label = shownIn(note.element.querySelector('.note-number'));
  return {
    note,
    series: note.list.matches('.marked') ? 'marked' : 'numbered',
    label,
    marks: (marks.get(note.element.id) ?? []).flatMap((element) => {
      const shown = shownIn(element);
      return shown === undefined ? [] : [{ ...shown, element }];
    }),
  };
}

function shownIn(element: Element | null): Shown | undefined {
  const text = element?.firstChild;
  return text instanceof Text ? { text, was: text.data } : undefined;
}

/** The marks of the document in their order, by the ids of their notes. */
function marksByNote(): Map<string, Element[]> {
  const marks = new Map<string, Element[]>();
  for (const mark of document.querySelectorAll('.noteref > a[href]')) {
    const address = mark.getAttribute('href') ?? '';
    const note = decodeURIComponent(address.slice(address.indexOf(':') + 1));
    const known = marks.get(note);
    if (known === undefined) marks.set(note, [mark]);
    else known.push(mark);
  }
  return marks;
}
