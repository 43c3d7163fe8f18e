import type { Attach, Book } from '../book/book.ts';
import { attachContents } from './contents.ts';
import { attachCopyrightPage } from './copyright-page.ts';
import { attachEndnotes } from './endnotes.ts';
import { orderFront } from './front-order.ts';
import { numberSections } from './number-sections.ts';
import { attachTitlePage } from './title-page.ts';

/** Numbers come before the notes, which name their sections by them; the contents list all the rest. */
const steps: ReadonlyArray<Attach> = [
  numberSections,
  attachEndnotes,
  attachTitlePage,
  attachCopyrightPage,
  attachContents,
];

/**
 * The book with every page the author did not write: sections numbered, notes placed, title page,
 * copyright page and contents in front. Pages the author did write stay, and none is made twice.
 *
 * @param book the book as its manuscript has it
 */
export function attachMatter(book: Book): Book {
  // Notes are numbered in reading order, so the front matter takes its final order first.
  const ordered: Book = { ...book, front: orderFront(book.front) };
  return steps.reduce((complete, attach) => attach(complete), ordered);
}
