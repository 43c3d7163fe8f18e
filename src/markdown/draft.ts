import type { Heading } from 'mdast';
import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import type { FrontMatter } from '../book/manuscript.ts';
import type { Labels } from '../book/labels.ts';
import type { Note, NoteSeries } from '../book/book.ts';
import type { Orthography } from '../language/punctuation.ts';
import type { GivenIds } from './given-ids.ts';
import type { Allocate, Allocator } from './ids.ts';

/** A note as the marks that cite it need to know it. */
export interface CitableNote {
  readonly id: string;
  /** The author's label. */
  readonly label: string;
  readonly series: NoteSeries;
  readonly file: VFile;
  readonly position?: Position | undefined;
}

/** A mark that cites no note known in its file. */
export interface UnresolvedMark {
  /** As typed, with its brackets. */
  readonly written: string;
  readonly identifier: string;
  readonly place?: Point | undefined;
}

/** A place with markup that is printed as typed, or left out. */
export interface UnreadPlace {
  /** What is written there. */
  readonly written: string;
  readonly point: Point;
}

/** The words that the book has in its language, and how the book is written. */
interface Wording extends Orthography {
  readonly labels: Labels;
}

/** What keeps the ids of one book apart. */
export type BookIds = Pick<Draft, 'allocate' | 'repeat' | 'given'>;

/** What the plugins find out about one file, on the way from its source to a section. */
export interface Draft {
  readonly id: string;
  readonly frontMatter: FrontMatter;
  /** BCP 47, the language the file is written in. */
  readonly language: string;
  /** The words that are ours and the language of the book, in which they are. */
  readonly wording: Wording;
  readonly allocate: Allocate;
  readonly repeat: Allocator['repeat'];
  /** What a link may name after `#` in this file → the id in the book. */
  readonly anchors: Map<string, string>;
  /** The ids that the author gave, in all files. */
  readonly given: Pick<GivenIds, 'enter' | 'placeIn'>;
  readonly notes: Note[];
  /** The notes the file defines, by identifier. */
  readonly citable: Map<string, CitableNote>;
  /** The identifiers of those notes that some mark cites. */
  readonly cited: Set<string>;
  /** The identifiers that marks name in places where they cannot stand. */
  readonly misplaced: Set<string>;
  readonly unresolved: UnresolvedMark[];
  /** What looks like markup and is printed as typed, by kind. */
  readonly unread: Map<string, UnreadPlace[]>;
  /** What is understood and left out of the book, by kind. */
  readonly dropped: Map<string, UnreadPlace[]>;
  /** The draft of the shared file of notes; absent in that file itself. */
  readonly shared?: Draft;
  /** Whether this is the shared file of notes, which makes no section. */
  readonly isShared: boolean;
  /** Whether the braces behind the title say that the section has no number, */
  isUnnumbered?: boolean;
  /** and that contents do not list it. */
  isUnlisted?: boolean;
  /** The heading that is the section's title, once lifted out of the tree. */
  title?: Heading;
}

/** A draft with nothing found out yet. */
export function createDraft(
  given: Pick<Draft, 'id' | 'frontMatter' | 'language' | 'wording' | 'isShared'> &
    BookIds & { readonly shared?: Draft },
): Draft {
  return {
    ...given,
    anchors: new Map([[given.id, given.id]]),
    notes: [],
    citable: new Map(),
    cited: new Set(),
    misplaced: new Set(),
    unresolved: [],
    unread: new Map(),
    dropped: new Map(),
  };
}

/** How the file of a draft is written. */
export function orthographyOf({ language, wording }: Draft): Orthography {
  return { language, spaces: wording.spaces };
}

declare module 'vfile' {
  interface DataMap {
    draft: Draft;
  }
}
