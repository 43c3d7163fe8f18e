import type { ReleasedSection } from '../../book/contents.ts';
import type { NoteConservation, TextCount } from '../../book/conservation.ts';
import type { Message } from '../../book/messages/messages.ts';
import type { HoleInPage } from '../../book/page-map.ts';
import type { Metadata } from '../../book/metadata.ts';
import type { Accessibility } from '../accessibility.ts';
import type { RightsStatement } from '../rights-statement.ts';
import type { KnownOfBook } from './book-facts.ts';

/** A finished file of a release, as its report lists it. */
export interface ReportedFile {
  readonly path: string;
  readonly kind: string;
  readonly size: number;
  readonly sha256: string;
}

/** What a check found. */
export interface ReportedCheck {
  /** Its name in words: "EPUBCheck". */
  readonly name: string;
  /** The program that checked, with its version. */
  readonly tool: string;
  readonly messages: ReadonlyArray<Message>;
}

/** A picture of what was made. */
export interface ReportedPicture {
  /** What it shows: "Pages 12 and 13". */
  readonly caption: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Everything a report tells of a release. */
export interface ReportedRelease {
  readonly metadata: Metadata;
  readonly version: string;
  /** What is known besides the metadata. */
  readonly known: KnownOfBook;
  readonly contents: ReadonlyArray<ReleasedSection>;
  /** What the pages are called. */
  readonly pageLabels: ReadonlyArray<string>;
  /** The pages that are not full. */
  readonly holes: ReadonlyArray<HoleInPage>;
  readonly checks: ReadonlyArray<ReportedCheck>;
  readonly notes: NoteConservation;
  /** Words by edition. */
  readonly text: Readonly<Record<string, TextCount>>;
  readonly rights: RightsStatement;
  readonly accessibility: Accessibility;
  readonly files: ReadonlyArray<ReportedFile>;
  /** Undefined where none were wanted. */
  readonly pictures: ReportedPictures | undefined;
}

/** Pictures of the front of the cover, of pages and of screens. */
export interface ReportedPictures {
  readonly cover?: ReportedPicture | undefined;
  readonly spreads: ReadonlyArray<ReportedPicture>;
  readonly screens: ReadonlyArray<ReportedPicture>;
}
