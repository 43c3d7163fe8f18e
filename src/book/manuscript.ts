import type { Point } from 'unist';
import type { VFile } from 'vfile';
import type { AssetReference } from './book.ts';
import type { Citations } from './citations.ts';
import type { Concordance } from './concordance.ts';
import type { CoverSource } from './cover.ts';
import type { Labels } from './labels.ts';
import type { Metadata, OpeningStyle } from './metadata.ts';
import type { Printing } from './printer.ts';
import type { PressProfiles } from './profile.ts';
import type { RightsRegister } from './rights.ts';
import type { Role } from './roles.ts';
import type { Selling } from './store.ts';

/** What a chapter's own YAML front matter says. */
export interface FrontMatter {
  readonly title?: string;
  readonly subtitle?: string;
  readonly author?: string;
  readonly role?: Role;
  readonly language?: string;
  readonly numbered?: boolean;
  readonly toc?: boolean;
  readonly opening?: OpeningStyle;
  /** The notes of this file that belong to the marked series: all, or those with these labels. */
  readonly markedNotes?: 'all' | ReadonlyArray<string>;
}

/** One Markdown file in its place, or the opening of a part. */
export type Source = (
  | {
      readonly kind: 'file';
      readonly file: VFile;
      readonly frontMatter: FrontMatter;
      /** How many levels below the chapter before it stands, which it goes on; absent where it is one itself. */
      readonly below?: number;
    }
  | {
      readonly kind: 'part';
      readonly title: string;
      readonly file: VFile;
      /** Whether it counts among the numbered parts; it does unless this says otherwise. */
      readonly numbered?: boolean;
    }
) & {
  /** How many parts stand around it in `contents:`; absent where none does. */
  readonly within?: number;
};

/** A manuscript folder, read and checked, its Markdown not yet parsed. */
export interface Manuscript {
  readonly metadata: Metadata;
  readonly labels: Labels;
  /** For readers: as whose book it was read, and from which files, where it is that of another program. */
  readonly readAs?: string;
  /** The path of the file that says what the book shares with others. */
  readonly shared?: string;
  /** In reading order. */
  readonly sources: ReadonlyArray<Source>;
  /** The file of notes that every chapter may cite, if there is one; it is no section. */
  readonly sharedNotes?: VFile;
  /** What the front matter of that file says: the language, the notes of the marked series. */
  readonly sharedNotesFrontMatter?: FrontMatter;
  readonly rights: RightsRegister;
  readonly concordance?: Concordance;
  /** The bibliography and the style of its citations, where the book has one. */
  readonly citations?: Citations;
  /** pages/copyright-page.md of the manuscript, or else the one of templates/pages/. */
  readonly copyrightTemplate: VFile;
  /** The author's theme.css, if there is one. */
  readonly stylesheet?: VFile;
  /** Where book.yaml speaks of the cover, and a finished one, if it brings one along. */
  readonly cover?: CoverSource;
  /** Where book.yaml claims that the e-book conforms to standards of accessibility, if it does. */
  readonly conformance?: { readonly file: VFile; readonly place: Point };
  /** Where book.yaml dates the files, where neither Git nor whoever builds does. */
  readonly dated?: { readonly file: VFile; readonly place: Point };
  /** The printer and the paper of the book, and where book.yaml speaks of them. */
  readonly printing?: Printing;
  /** The stores that the book names, if it names any. */
  readonly selling?: Selling;
  /** The colour profiles of the press edition; undefined where the one the book names is not fit for use. */
  readonly profiles?: PressProfiles | undefined;
  /** The cover and the images of theme.css: what is asked for outside the chapters. */
  readonly references: ReadonlyArray<AssetReference>;
  /** Every file that may carry messages, book.yaml among them. */
  readonly files: ReadonlyArray<VFile>;
}
