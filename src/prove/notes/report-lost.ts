import { report } from '../../book/messages/messages.ts';
import type { ExpectedCitation, ExpectedNote } from './expected-notes.ts';
import type { Loss } from './loss.ts';

export type Edition = 'EPUB' | 'PDF' | 'press PDF';

/** What is wrong with a note, at its definition. */
export function reportNote(edition: Edition, expected: ExpectedNote, fault: string): void {
  const { note } = expected;
  report(note.file, 'note-lost', `In the ${edition} ${nameOf(expected)} ${fault}`, note.tree);
}

/** What is wrong with a mark, where it stands in the manuscript. */
export function reportMark(
  edition: Edition,
  expected: ExpectedNote,
  citation: ExpectedCitation,
  fault: string,
): void {
  const mark = markName(expected, citation);
  const reason = `In the ${edition} ${mark} of ${nameOf(expected)} ${fault}`;
  report(citation.file, 'note-lost', reason, citation);
}

/** "its mark", or "its mark 2" where several cite the note. */
export function ownMark(expected: ExpectedNote, citation: ExpectedCitation): string {
  return markName(expected, citation).replace(/^(?:the )?/, 'its ');
}

function markName({ citations }: ExpectedNote, citation: ExpectedCitation): string {
  return citations.length === 1 ? 'the mark' : `mark ${citations.indexOf(citation) + 1}`;
}

function nameOf({ note }: ExpectedNote): string {
  return `the note [^${note.label}]`;
}

/** How a note's text was lost, as the end of a sentence about the note. */
export function lossFault(loss: Loss): string {
  if (loss.kind === 'broken') return `breaks off after “${loss.after}”`;
  return loss.kind === 'missing'
    ? `lacks the text “${loss.excerpt}”`
    : `goes on with “${loss.excerpt}”, which the manuscript does not have`;
}
