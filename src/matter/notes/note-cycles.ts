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
  const byId = new Map(notes.map((note) => [note.id, note]));
  const steps = new Map<string, Step>();
  const way: Step[] = [];
  /** Notes found whose circles are not complete yet. */
  const open: Step[] = [];
  const circular = new Set<string>();

  const enter = (note: Note): void => {
    const found = steps.size;
    const marks = marksOf(note)[Symbol.iterator]();
    const step = {
      note,
      marks,
      closes: new Set<string>(),
      found,
      lowest: found,
      place: way.length,
      open: true,
    };
    steps.set(note.id, step);
    way.push(step);
    open.push(step);
  };
  const follow = (step: Step, mark: NoteReference): void => {
    const target = byId.get(mark.noteId);
    if (target === undefined) return;
    const known = steps.get(target.id);
    if (known === undefined) {
      enter(target);
      return;
    }
    if (known.place !== undefined && !step.closes.has(target.id)) {
      step.closes.add(target.id);
      report(step.note.file, 'note-cycle', reasonOf(way, known.place), mark);
      if (known === step) circular.add(target.id);
    }
    if (known.open) step.lowest = Math.min(step.lowest, known.found);
  };
  const leave = (step: Step): void => {
    way.pop();
    step.place = undefined;
    const before = way.at(-1);
    if (before !== undefined) before.lowest = Math.min(before.lowest, step.lowest);
    if (step.lowest !== step.found) return;
    const circle = open.splice(open.lastIndexOf(step));
    for (const member of circle) {
      member.open = false;
      if (circle.length > 1) circular.add(member.note.id);
    }
  };

  for (const note of notes) {
    if (!steps.has(note.id)) enter(note);
    for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
      const { value: mark } = step.marks.next();
      if (mark === undefined) leave(step);
      else follow(step, mark);
    }
  }
  return circular;
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
