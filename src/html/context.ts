import type { ElementContent } from 'hast';
import type { AssetReference, Book } from '../book/book.ts';
import type { Highlight } from './rehype-highlight.ts';

/** What the conversion of one piece of text needs to know of the book around it. */
export interface Context {
  readonly book: Book;
  /** The id of the section the text belongs to. */
  readonly section: string;
  /** The printed number of that section, before those of its formulas. */
  readonly number?: string;
  /** What each note says, with its back links, by id. */
  readonly notes: ReadonlyMap<string, ElementContent[]>;
  /** Collects the files the text asks for. */
  readonly references: AssetReference[];
  readonly highlight: Highlight;
}
