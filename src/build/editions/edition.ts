import type { Artifact, ArtifactKind } from '../../book/artifact.ts';
import type { NoteCount, TextCount } from '../../book/conservation.ts';
import type { Message } from '../../book/messages/messages.ts';
import type { Product } from '../../book/product.ts';
import type { Finishes, PrintedBook } from '../../emit/pdf/emit-pdf.ts';
import type { ExpectedNote } from '../../prove/notes/expected-notes.ts';
import type { ExpectedSection } from '../../prove/text/expected-text.ts';
import type { RunningBrowser } from '../../emit/pdf/browser/browser.ts';
import type { ComposedBook } from '../composed-book.ts';
import type { Schedule } from '../schedule.ts';
import type { Source } from '../source.ts';

/** What editions are made of, and what several of them share. */
export interface Making {
  readonly schedule: Schedule;
  /** The browser; it is started when it is first asked for. */
  readonly browser: () => Promise<RunningBrowser>;
  readonly source: Source;
  readonly composed: ComposedBook;
  /** What every edition must have of the notes. */
  readonly notes: ReadonlyArray<ExpectedNote>;
  /** … and of the text; it is gathered when it is first asked for. */
  readonly text: () => ReadonlyArray<ExpectedSection>;
  /** The one print that all paged editions are finished from; undefined where none is wanted. */
  readonly print: Promise<PrintedBook> | undefined;
  /** The front of the cover as a picture, where one is set in type or wanted for stores. */
  readonly front: Promise<Uint8Array> | undefined;
}

/** What was counted in a finished edition, and what it lost, told at its place in the manuscript. */
export interface Conserved<Count> {
  readonly count: Count;
  readonly messages: ReadonlyArray<Message>;
}

/** What a finished edition was found to have and to lack. */
export interface Proof {
  readonly notes: Conserved<Partial<NoteCount>>;
  readonly text: Conserved<TextCount>;
  /** Findings of checkers of its format, by the name of the check in the manifest. */
  readonly checks?: Readonly<Record<string, ReadonlyArray<Message>>>;
  /** Findings that the manifest does not list. */
  readonly further?: ReadonlyArray<Message>;
}

/** A kind of edition: what it is called, how it is made and how it is proved. */
export interface EditionKind {
  /** As `--only` and `files` of the records call it. */
  readonly name: string;
  /** One line for the help of the command. */
  readonly title: string;
  readonly kind: ArtifactKind;
  /** The product it is, if it is one; an ISBN belongs to a product. */
  readonly product?: Product;
  /** Where it is paged: what it asks of the print that all paged editions are finished from. */
  readonly asks?: (source: Source) => Finishes;
  /** What follows the slug in its file name. */
  readonly suffix: string;
  /** The finished file; undefined where messages tell why there is none. */
  readonly make: (making: Making) => Promise<Uint8Array | undefined>;
  /** Holds the finished file to the manuscript. */
  readonly prove: (file: Artifact, making: Making) => Promise<Proof>;
}
