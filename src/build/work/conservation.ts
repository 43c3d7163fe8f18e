import type { NoteCount, TextCount } from '../../book/conservation.ts';
import type { Message } from '../../book/messages/messages.ts';
import type { ExpectedNote } from '../../prove/notes/expected-notes.ts';
import type { ExpectedSection } from '../../prove/text/expected-text.ts';

/** What every edition must have of the book. */
export interface Expected {
  readonly notes: ReadonlyArray<ExpectedNote>;
  readonly text: ReadonlyArray<ExpectedSection>;
}

/** What was counted in a finished edition, and what it lost, told at its place in the manuscript. */
interface Conserved<Count> {
  readonly count: Count;
  readonly messages: ReadonlyArray<Message>;
}

/** What a finished edition was found to have and to lack of the book. */
export interface Conservation {
  readonly notes: Conserved<Partial<NoteCount>>;
  readonly text: Conserved<TextCount>;
}
