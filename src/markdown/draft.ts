import type { Heading } from 'mdast';
import type { FrontMatter } from '../book/manuscript.ts';
import type { Note } from '../book/book.ts';
import type { Allocate } from './ids.ts';

/** What the plugins find out about one file, on the way from its source to a section. */
export interface Draft {
  readonly id: string;
  readonly frontMatter: FrontMatter;
  /** BCP 47, the language the file is written in. */
  readonly language: string;
  readonly allocate: Allocate;
  /** What a link may name after `#` in this file → the id in the book. */
  readonly anchors: Map<string, string>;
  readonly notes: Note[];
  /** The heading that is the section's title, once lifted out of the tree. */
  title?: Heading;
}

declare module 'vfile' {
  interface DataMap {
    draft: Draft;
  }
}
