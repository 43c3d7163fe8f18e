import type { Properties } from 'hast';
import type { BlockContent, Data, DefinitionContent, Node, Parent, RootContent } from 'mdast';
import type { NoteSeries } from './book.ts';

/** The mark of a note in the running text, in place of GFM's footnoteReference. */
export interface NoteReference extends Node {
  type: 'noteReference';
  /** The author's label. */
  label: string;
  series: NoteSeries;
  /** {@link Note.id} of the note it cites. */
  noteId: string;
  /** Unique in the book: where the back link goes. */
  anchor: string;
  /** The printed number or sign; given by matter/endnotes. */
  number?: string;
}

/** The notes of the book or of a chapter, all of one series. */
export interface NoteList extends Parent {
  type: 'noteList';
  series: NoteSeries;
  /** The number of the first note; 1 for marked notes. */
  start: number;
  /** Characters of the longest number to make room for, in this list and in those it is aligned with. */
  digits?: number;
  children: NoteItem[];
}

/** One note with its text. */
export interface NoteItem extends Parent {
  type: 'noteItem';
  noteId: string;
  /** The printed number ("7") or sign ("†"). */
  number: string;
  /** The anchors of the marks that cite it, in reading order. */
  citations: string[];
  children: Array<BlockContent | DefinitionContent>;
}

/** An element mdast has no node of its own for: mdast-util-to-hast builds it from `data`. */
export interface ElementNode extends Parent {
  type: 'element';
  data: Data & { hName: string; hProperties: Properties };
  children: RootContent[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    noteReference: NoteReference;
    element: ElementNode;
  }
  interface BlockContentMap {
    noteList: NoteList;
    element: ElementNode;
  }
  interface RootContentMap {
    noteReference: NoteReference;
    noteList: NoteList;
    noteItem: NoteItem;
    element: ElementNode;
  }
}
