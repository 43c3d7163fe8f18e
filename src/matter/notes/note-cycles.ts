import { visit } from 'unist-util-visit';
import type { Note } from '../../book/book.ts';
import { report } from '../../book/messages/messages.ts';
import type { NoteReference } from '../../book/nodes.ts';

/** A note on the way from mark to mark. */
interface Step {
  readonly note: Note;
  /** Its marks that are still to follow. */
  readonly marks: Iterator<NoteReference, undefined>;
  /** The notes it closes a circle with. */
  readonly closes: Set<string>;
  /** When it was found, and when the first found note was that it leads back to. */
  readonly found: number;
  lowest: number;
  /** Its place on the way; none once the way has left it. */
  place: number | undefined;
  /** Whether notes found later may still turn out to lead back to it. */
  open: boolean;
}

/** So many notes of a circle are named besides its first. */
const longestChain = 8;

/**
 * Reports notes that lead back to themselves, at the mark that closes the circle, once for each.
 * The time is linear in the number of marks: R. Tarjan, "Depth-First Search and Linear Graph
 * Algorithms" (1972), without recursion.
 *
 * @param notes the notes in reading order
 * @returns the ids of the notes that are part of a circle
 */
export function reportCycles(notes: ReadonlyArray<Note>): Set<string> {
  const search = new Search(notes);
  for (const note of notes) search.from(note);
  return search.circular;
}

/** A search in depth along the marks of notes. */
class Search {
  /** The ids of the notes that were found part of a circle. */
  readonly circular = new Set<string>();
  readonly #byId: ReadonlyMap<string, Note>;
  readonly #steps = new Map<string, Step>();
  readonly #way: Step[] = [];
  /** Notes found whose circles are not complete yet. */
  readonly #open: Step[] = [];

  constructor(notes: ReadonlyArray<Note>) {
    this.#byId = new Map(notes.map((note) => [note.id, note]));
  }

  /** Follows all marks from a note on, and what they lead to. */
  from(note: Note): void {
    if (!this.#steps.has(note.id)) this.#enter(note);
    for (let step = this.#way.at(-1); step !== undefined; step = this.#way.at(-1)) {
      const { value: mark } = step.marks.next();
      if (mark === undefined) this.#leave(step);
      else this.#follow(step, mark);
    }
  }

  #enter(note: Note): void {
    const found = this.#steps.size;
    const marks = marksOf(note)[Symbol.iterator]();
    const place = this.#way.length;
    const step = { note, marks, closes: new Set<string>(), found, lowest: found, place, open: true };
    this.#steps.set(note.id, step);
    this.#way.push(step);
    this.#open.push(step);
  }

  #follow(step: Step, mark: NoteReference): void {
    const target = this.#byId.get(mark.noteId);
    if (target === undefined) return;
    const known = this.#steps.get(target.id);
    if (known === undefined) {
      this.#enter(target);
      return;
    }
    if (known.place !== undefined && !step.closes.has(target.id)) {
      step.closes.add(target.id);
      report(step.note.file, 'note-cycle', reasonOf(this.#way, known.place), mark);
      if (known === step) this.circular.add(target.id);
    }
    if (known.open) step.lowest = Math.min(step.lowest, known.found);
  }

  #leave(step: Step): void {
    this.#way.pop();
    step.place = undefined;
    const before = this.#way.at(-1);
    if (before !== undefined) before.lowest = Math.min(before.lowest, step.lowest);
    if (step.lowest !== step.found) return;
    const circle = this.#open.splice(this.#open.lastIndexOf(step));
    for (const member of circle) {
      member.open = false;
      if (circle.length > 1) this.circular.add(member.note.id);
    }
  }
}

function marksOf({ tree }: Note): NoteReference[] {
  const marks: NoteReference[] = [];
  visit(tree, 'noteReference', (mark: NoteReference) => void marks.push(mark));
  return marks;
}

/** "The note [^a] cites [^b], which cites [^a] again". */
function reasonOf(way: ReadonlyArray<Step>, from: number): string {
  const name = (place: number): string => `[^${way[place]?.note.label}]`;
  const cited = way.length - from - 1;
  if (cited === 0) return `The note ${name(from)} cites itself`;
  const skipped = Math.max(0, cited - longestChain);
  const half = longestChain / 2;
  let chain = `The note ${name(from)} cites ${name(from + 1)}`;
  for (let count = 2; count <= cited - skipped; count += 1) {
    const leap = skipped > 0 && count === half + 1;
    chain += leap ? `, and so on through ${skipped} more notes to ` : ', which cites ';
    chain += name(from + count + (count > half ? skipped : 0));
  }
  return `${chain}, which cites ${name(from)} again`;
}
