import type { Root } from 'mdast';

/** What a document says of itself; what it does not say is left out. */
export interface ImportedMetadata {
  readonly title?: string;
  readonly subtitle?: string;
  readonly authors?: ReadonlyArray<string>;
  /** What the only author belongs to. */
  readonly affiliation?: string;
  /** BCP 47. */
  readonly language?: string;
  /** A year, a year and month, or a full date. */
  readonly date?: string;
  readonly publisher?: string;
  readonly description?: string;
  readonly rights?: ImportedRights;
}

/** What a document says of the rights in it, by the keys of `copyright:` in book.yaml. */
export interface ImportedRights {
  readonly year?: number;
  readonly holder?: string;
  readonly license?: string;
  readonly funding?: ReadonlyArray<string>;
  readonly attribution?: string;
  readonly extract?: Readonly<Record<'characters', number>> | Readonly<Record<'words', number>>;
  readonly permission?: string;
  /** What none of the other keys takes, as it stands. */
  readonly statement?: string;
}

/** A document of another program as the beginning of a book. */
export interface Imported {
  readonly metadata: ImportedMetadata;
  /** The text, with `footnoteReference` and `footnoteDefinition` for its notes. */
  readonly tree: Root;
  /** Pictures, by the paths that the text names them by. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** All that can be seen of the text, to hold what was made of it to. */
  readonly words: string;
  /** What of it was taken for metadata, or left out by intent. */
  readonly elsewhere: ReadonlyArray<string>;
  /** What did not come along as it was, one sentence each, without a full stop. */
  readonly remarks: ReadonlyArray<string>;
}

/** A document of another program as files of a manuscript. */
export interface ImportedFiles {
  readonly metadata: ImportedMetadata & { readonly title: string };
  /** Markdown and pictures, by their paths in the folder. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** What did not come along as it was, one sentence each, without a full stop. */
  readonly remarks: ReadonlyArray<string>;
}
