import type { ArtifactKind } from '../../book/artifact.ts';
import type { Bytes } from '../../book/bytes.ts';
import type { Message } from '../../book/messages/messages.ts';
import type { Product } from '../../book/product.ts';
import type { Shelf } from '../../book/shelf.ts';
import type { PrintedBook } from '../../emit/pdf/print-book.ts';
import type { RunningBrowser } from '../../emit/pdf/browser/browser.ts';
import type { PictureMaking } from '../../machine/pictures/picture-of.ts';
import type { ComposedBook } from '../composed-book.ts';
import type { KeptWork } from '../job.ts';
import type { PrintedPage } from '../../prove/pages/first-words.ts';
import type { WordsBehind } from '../../prove/pages/words-behind.ts';
import type { Schedule } from '../schedule.ts';
import type { PrintedPages } from '../../book/page-map.ts';
import type { Source } from '../source.ts';
import type { Conservation, Expected } from '../work/conservation.ts';
import type { Handed } from '../work/work.ts';

/** What editions are made of, and what several of them share. */
export interface Making {
  readonly schedule: Schedule;
  /** What the last build of the book kept of one kind of work. */
  readonly shelf: (kind: KeptWork) => Shelf;
  /** Path of the file of a shelf, for a thread that has it to itself; undefined where nothing is kept. */
  readonly shelfFile: (kind: KeptWork) => string | undefined;
  /** Makes a picture of another, or takes it from an earlier build. */
  readonly makePicture: PictureMaking;
  /** The browser; it is started when it is first asked for. */
  readonly browser: () => Promise<RunningBrowser>;
  readonly source: Source;
  readonly composed: ComposedBook;
  /** What every edition must have of the notes and of the text. */
  readonly expected: Promise<Expected>;
  /** The one print that all paged editions are finished from; undefined where none is wanted. */
  readonly print: Promise<PrintedBook> | undefined;
  /** The pages of the printed book as the e-book marks and lists them; known before they are painted. */
  readonly pages: Promise<PrintedPages | undefined>;
  /** The folder for what would fill the memory. */
  readonly scratch: string;
  /** The front of the cover as a picture, where one is set in type or wanted for stores. */
  readonly front: Promise<Uint8Array> | undefined;
}

/** What a finished edition was found to have and to lack, and to be. */
export interface Proof extends Conservation {
  /** Findings of checkers of its format, by the name of the check in the manifest. */
  readonly checks?: Readonly<Record<string, ReadonlyArray<Message>>>;
  /** Findings that the manifest does not list. */
  readonly further?: ReadonlyArray<Message>;
  /** Of an e-book: what stands behind its marks of printed pages. */
  readonly marks?: ReadonlyArray<WordsBehind>;
  /** Of a PDF for screens: what its pages begin with. */
  readonly pages?: ReadonlyArray<PrintedPage>;
}

/** A finished edition, and its proof, which is under way. */
export interface MadeEdition {
  readonly bytes: Bytes;
  readonly proof: Promise<Proof>;
}

/** A kind of edition: what it is called, how it is made and proved. */
export interface EditionKind {
  /** As `--only` and `files` of the records call it. */
  readonly name: string;
  /** One line for the help of the command. */
  readonly title: string;
  readonly kind: ArtifactKind;
  /** The product it is, if it is one; an ISBN belongs to a product. */
  readonly product?: Product;
  /** What is done for it that can be handed to another thread, in order. */
  readonly handed: ReadonlyArray<Handed>;
  /** Whether it is paged: finished from the one print. */
  readonly isPaged: boolean;
  /** What follows the slug in its file name. */
  readonly suffix: string;
  /** Loads what makes it on the thread of the build. */
  readonly load?: () => Promise<unknown>;
  /** Makes it and holds it to the manuscript; undefined where messages tell why there is none. */
  readonly make: (making: Making) => Promise<MadeEdition | undefined>;
}
