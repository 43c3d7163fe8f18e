import { messageAt, type Message } from '../../book/messages/messages.ts';
import type { ExpectedCitation, ExpectedNote } from './expected-notes.ts';
import type { Loss } from '../text/loss.ts';

/** The proof of the notes in one edition: what was counted, and a message for each loss. */
export interface NoteProof<Count> {
  readonly count: Count;
  readonly messages: ReadonlyArray<Message>;
}

/** Gathers what an edition lacks of the notes. */
export class Losses {
  readonly messages: Message[] = [];
  readonly #edition: string;

  /** @param edition as messages call it: `EPUB` */
  constructor(edition: string) {
    this.#edition = edition;
  }

  /** Something is wrong with a note; told at its definition. */
  ofNote(expected: ExpectedNote, fault: string): void {
    const reason = `In the ${this.#edition} ${nameOf(expected)} ${fault}`;
    this.messages.push(messageAt(expected.file, 'note-lost', reason, expected));
  }

  /** Something is wrong with a mark; told where it stands in the manuscript. */
  ofMark(expected: ExpectedNote, citation: ExpectedCitation, fault: string): void {
    const mark = markName(expected, citation);
    const reason = `In the ${this.#edition} ${mark} of ${nameOf(expected)} ${fault}`;
    this.messages.push(messageAt(citation.file, 'note-lost', reason, citation));
  }
}

/** "its mark", or "its mark 2" where several cite the note. */
export function ownMark(expected: ExpectedNote, citation: ExpectedCitation): string {
  return markName(expected, citation).replace(/^(?:the )?/, 'its ');
}

function markName({ citations }: ExpectedNote, citation: ExpectedCitation): string {
  return citations.length === 1 ? 'the mark' : `mark ${citations.indexOf(citation) + 1}`;
}

function nameOf({ label }: ExpectedNote): string {
  return `the note [^${label}]`;
}

/** How a note's text was lost, as the end of a sentence about the note. */
export function lossFault(loss: Loss): string {
  if (loss.kind === 'broken') return `breaks off after “${loss.after}”`;
  return loss.kind === 'missing'
    ? `lacks the text “${loss.excerpt}”`
    : `goes on with “${loss.excerpt}”, which the manuscript does not have`;
}
