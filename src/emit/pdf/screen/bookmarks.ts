import { sections, type Book, type Hast, type Section } from '../../../book/book.ts';

/** An entry of the PDF's outline. */
export interface Bookmark {
  readonly id: string;
  readonly title: string;
  readonly children: ReadonlyArray<Bookmark>;
}

/** The outline of the book: parts hold their chapters, chapters their headings down to depth 3. */
export function bookmarksOf(book: Book<Hast>): Bookmark[] {
  const top: Bookmark[] = [];
  const parts = new Map<string, Bookmark[]>();
  for (const section of sections(book)) {
    if (section.untitled && !section.toc && section.role !== 'copyright-page') continue;
    const children = headingBookmarks(section);
    if (section.role === 'part') parts.set(section.id, children);
    const siblings = section.part === undefined ? top : (parts.get(section.part) ?? top);
    siblings.push({ id: section.id, title: inOnePiece(numberedTitle(section)), children });
  }
  return top;
}

function numberedTitle(section: Section<Hast>): string {
  return section.number === undefined ? section.title : `${section.number} ${section.title}`;
}

/** A title without soft hyphens, which viewers show and search does not pass over. */
function inOnePiece(title: string): string {
  return title.replaceAll('\u00AD', '');
}

function headingBookmarks(section: Section<Hast>): Bookmark[] {
  const top: Bookmark[] = [];
  let current: Bookmark[] | undefined;
  for (const heading of section.headings) {
    const bookmark = { id: heading.id, title: inOnePiece(heading.text), children: [] as Bookmark[] };
    if (heading.depth === 2) {
      top.push(bookmark);
      current = bookmark.children;
    } else if (heading.depth === 3) {
      (current ?? top).push(bookmark);
    }
  }
  return top;
}
