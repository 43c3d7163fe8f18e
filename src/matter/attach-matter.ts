import type { Attach, Book } from '../book/book.ts';
import { attachContents } from './front/contents.ts';
import { attachCopyrightPage } from './copyright/copyright-page.ts';
import { attachCredits } from './credits/credits-page.ts';
import { resolveCrossReferences } from './references/cross-references.ts';
import { attachElementLists } from './front/element-lists.ts';
import { attachEndnotes } from './notes/endnotes.ts';
import { orderFront } from './front/front-order.ts';
import { attachHalfTitle } from './front/half-title.ts';
import { numberElements } from './references/number-elements.ts';
import { attachIndex } from './index/index-page.ts';
import { numberSections } from './references/number-sections.ts';
import { attributeQuotations } from './credits/quotations.ts';
import { attachTitlePage } from './front/title-page.ts';

export interface MatterOptions {
  /** The version of Colophon, for the line of the copyright page that names it. */
  readonly version?: string;
  /** Only what is in the sections that there are is wanted: no pages are made that list or state something. */
  readonly isExcerpt?: boolean;
}

/**
 * The book with every page the author did not write: sections numbered, notes placed, quotations
 * attributed, owners of borrowed parts credited, half title, title page, copyright page and
 * contents in front. Pages the author did write stay, and none is made twice.
 *
 * @param book the book as its manuscript has it
 * @param options what the book cannot know
 */
export function attachMatter(book: Book, options: MatterOptions = {}): Book {
  const stating: ReadonlyArray<Attach> = [
    attachElementLists,
    attachHalfTitle,
    attachTitlePage,
    (complete) => attachCopyrightPage(complete, options.version),
    attachContents,
  ];
  // Numbers come before the notes, which name their sections by them, and both before the credits,
  // which stand behind the notes; references need them all; the contents list all the rest.
  const steps: ReadonlyArray<Attach> = [
    numberSections,
    attachEndnotes,
    attachCredits,
    attachIndex,
    attributeQuotations,
    numberElements,
    resolveCrossReferences,
    ...(options.isExcerpt === true ? [] : stating),
  ];
  // Notes are numbered in reading order, so the front matter takes its final order first.
  const ordered: Book = { ...book, front: orderFront(book.front) };
  return steps.reduce((complete, attach) => attach(complete), ordered);
}
