import { groupedBy } from '../../book/grouped.ts';
import type { NoteCount } from '../../book/conservation.ts';
import { findNotes, type FoundMark, type FoundNote } from './epub-document.ts';
import { openEpub } from '../epub-container.ts';
import { compareText } from './epub-text.ts';
import type { ExpectedNote } from './expected-notes.ts';
import { numberFault } from './number-fault.ts';
import { lossFault, Losses, ownMark, type NoteProof } from './losses.ts';

/** What the EPUB has, by id; more than one where an id is there again. */
interface Found {
  readonly notes: ReadonlyMap<string, FoundNote[]>;
  readonly marks: ReadonlyMap<string, FoundMark[]>;
}

/**
 * What an EPUB has of the notes: every one must be there once, in a list of endnotes, complete and
 * under its number; every mark once, showing its number and leading to the note; and in the note
 * one link back to each mark. What is not is told of as `note-lost`.
 *
 * @param epub the finished file
 * @param expected the notes of the manuscript
 */
export async function checkNotesInEpub(
  epub: Uint8Array,
  expected: ReadonlyArray<ExpectedNote>,
): Promise<NoteProof<NoteCount>> {
  const losses = new Losses('EPUB');
  const found = await findAll(epub, expected);
  const count = { notes: 0, citations: 0, backlinks: 0 };
  for (const each of expected) {
    const notes = found.notes.get(each.id) ?? [];
    const faults = noteFaults(each, notes);
    for (const fault of faults) losses.ofNote(each, fault);
    if (faults.length === 0) count.notes++;
    const [note] = notes;
    if (note === undefined) continue;
    count.citations += checkMarks(each, found, losses);
    count.backlinks += checkBackLinks(each, note, found, losses);
  }
  return { count, messages: losses.messages };
}

async function findAll(epub: Uint8Array, expected: ReadonlyArray<ExpectedNote>): Promise<Found> {
  const wanted = {
    notes: new Set(expected.map(({ id }) => id)),
    marks: new Set(expected.flatMap(({ citations }) => citations.map(({ anchor }) => anchor))),
  };
  const notes = new Map<string, FoundNote[]>();
  const marks = new Map<string, FoundMark[]>();
  const { spine, read } = await openEpub(epub);
  for (const path of spine) {
    const xhtml = await read(path);
    const ids = [...xhtml.matchAll(/\sid\s*=\s*["']([^"']*)["']/g)].map(([, id]) => id ?? '');
    if (!ids.some((id) => wanted.notes.has(id) || wanted.marks.has(id))) continue;
    const here = findNotes(path, xhtml, wanted);
    for (const note of here.notes) notes.set(note.id, [...(notes.get(note.id) ?? []), note]);
    for (const mark of here.marks) marks.set(mark.id, [...(marks.get(mark.id) ?? []), mark]);
  }
  return { notes, marks };
}

function noteFaults(expected: ExpectedNote, notes: ReadonlyArray<FoundNote>): string[] {
  const [note] = notes;
  if (note === undefined) return ['is missing'];
  const faults: string[] = [];
  if (notes.length > 1) faults.push(`is there ${notes.length} times`);
  if (!note.listed) faults.push('stands outside the lists of endnotes');
  const number = numberFault(note.number, expected.number);
  if (number !== undefined) faults.push(number);
  const loss = compareText(expected.passages, note.text);
  if (loss !== undefined) faults.push(lossFault(loss));
  return faults;
}

/** The number of marks that are right. */
function checkMarks(expected: ExpectedNote, { marks, notes }: Found, losses: Losses): number {
  const [target] = notes.get(expected.id) ?? [];
  let right = 0;
  for (const citation of expected.citations) {
    const here = marks.get(citation.anchor) ?? [];
    const fault = markFault(here, citation.number, target);
    if (fault === undefined) right++;
    else losses.ofMark(expected, citation, fault);
  }
  return right;
}

function markFault(
  [mark, ...others]: ReadonlyArray<FoundMark>,
  number: string | undefined,
  target: FoundNote | undefined,
): string | undefined {
  if (mark === undefined) return 'is missing';
  if (others.length > 0) return `is there ${others.length + 1} times`;
  const fault = numberFault(mark.text, number);
  if (fault !== undefined) return fault;
  if (!mark.noteref) return 'does not say that it is one (noteref)';
  if (mark.path !== target?.path || mark.fragment !== target.id) return 'does not lead to the note';
  return mark.name.trim() === '' ? 'has no accessible name' : undefined;
}

/** The number of links back that are right. */
function checkBackLinks(expected: ExpectedNote, note: FoundNote, { marks }: Found, losses: Losses): number {
  let right = 0;
  // A note may be cited thousands of times.
  const linksTo = groupedBy(note.backlinks, ({ path, fragment }) => `${path}#${fragment}`);
  const named = groupedBy(note.backlinks, ({ name }) => name);
  for (const citation of expected.citations) {
    const [mark] = marks.get(citation.anchor) ?? [];
    // A mark that is missing has been reported; nothing could lead back to it.
    if (mark === undefined) continue;
    const links = linksTo.get(`${mark.from}#${mark.id}`) ?? [];
    const [link] = links;
    if (link === undefined) losses.ofNote(expected, `does not lead back to ${ownMark(expected, citation)}`);
    else if (links.length > 1)
      losses.ofNote(expected, `leads back to ${ownMark(expected, citation)} ${links.length} times`);
    else if (link.name.trim() === '' || named.get(link.name)?.length !== 1)
      losses.ofNote(expected, `has no distinct name for its link back to ${ownMark(expected, citation)}`);
    else right++;
  }
  return right;
}
