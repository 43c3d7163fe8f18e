import { sections, type Book, type Heading, type Section } from '../../book/book.ts';
import type { ElementNode } from '../../book/nodes.ts';
import { entryTree, type Entry } from './contents-entry.ts';
import { element } from '../element.ts';
import { orderFront } from './front-order.ts';
import { generatedSection } from '../generated-section.ts';

/** With headings listed, contents longer than this make way for shallower ones. */
const mostEntries = 60;

/**
 * The book with a contents page of nested lists: sections, chapters within their parts, and
 * headings down to `metadata.contents.depth`. Where headings would make more than 60 entries, the
 * contents stay one level shallower, down to the sections alone. The only section of an article
 * that bears the book's own title gives its place to its headings of depth 2. Fewer than two
 * entries make no contents; an author's own contents page wins.
 *
 * Each entry leaves an empty `span.page` with `data-page-of` for the printed page number.
 *
 * @param book the book with every other section in place
 */
export function attachContents(book: Book): Book {
  if (sections(book).some(({ role }) => role === 'toc')) return book;
  const entries = fittingEntries(book);
  if (count(entries) < 2) return book;
  const page = generatedSection(book, 'contents', 'toc', book.labels.contents, [list(entries, true)]);
  return { ...book, front: orderFront([...book.front, page]) };
}

/** The deepest entries that fit; where sections alone make no contents, those with headings. */
function fittingEntries(book: Book): Entry[] {
  const depths = [1, 2, 3].filter((depth) => depth <= book.metadata.contents.depth);
  const candidates = depths.map((depth) => entriesOf(book, depth)).filter((entries) => count(entries) > 1);
  return candidates.findLast((entries) => count(entries) <= mostEntries) ?? candidates[0] ?? [];
}

function entriesOf(book: Book, depth: number): Entry[] {
  const listed = sections(book).filter(({ toc }) => toc);
  const article = soleArticle(book);
  const partIds = new Set(listed.filter(({ role }) => role === 'part').map(({ id }) => id));
  const entryOf = (section: Section): Entry[] => {
    const within = partIds.has(section.id) ? listed.filter(({ part }) => part === section.id) : [];
    const headings = headingEntries(section, section === article ? Math.max(depth, 2) : depth);
    if (section === article && headings.length > 0) return headings;
    return [sectionEntry(section, [...headings, ...within.flatMap(entryOf)])];
  };
  return listed.filter(({ part }) => part === undefined || !partIds.has(part)).flatMap(entryOf);
}

/** The only section of the body, if it repeats the title of the book. */
function soleArticle({ metadata, body }: Book): Section | undefined {
  const [article, ...others] = body.filter(({ toc }) => toc);
  return others.length === 0 && article?.title.trim() === metadata.title.trim() ? article : undefined;
}

function sectionEntry(section: Section, children: Entry[]): Entry {
  const { id, role: kind, number, title, titleTree, language } = section;
  return { id, kind, number, title, titleTree, language, children };
}

/** The headings down to a depth, each with the deeper ones that follow it. */
function headingEntries({ headings, language }: Section, depth: number): Entry[] {
  const listed = headings.filter((heading) => heading.depth > 1 && heading.depth <= depth);
  return nest(listed, language);
}

function nest(headings: ReadonlyArray<Heading>, language: string | undefined): Entry[] {
  const entries: Entry[] = [];
  let start = 0;
  while (start < headings.length) {
    const heading = headings[start] as Heading;
    let end = start + 1;
    while ((headings[end]?.depth ?? 0) > heading.depth) end += 1;
    const children = nest(headings.slice(start + 1, end), language);
    const { id, text: title, titleTree } = heading;
    entries.push({ id, kind: 'heading', title, titleTree, language, children });
    start = end;
  }
  return entries;
}

function count(entries: ReadonlyArray<Entry>): number {
  return entries.reduce((sum, { children }) => sum + 1 + count(children), 0);
}

function list(entries: ReadonlyArray<Entry>, outermost: boolean): ElementNode {
  const items = entries.map((entry) =>
    entryTree(entry, entry.children.length > 0 ? [list(entry.children, false)] : []),
  );
  return element('ol', outermost ? { className: ['contents'] } : {}, items);
}
