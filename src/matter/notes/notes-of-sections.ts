import type { Heading, RootContent } from 'mdast';
import type { Book, NoteSeries, Section } from '../../book/book.ts';
import type { NoteList } from '../../book/nodes.ts';
import { element, text } from '../element.ts';
import { freeId, takenIds } from '../free-id.ts';
import { noteList, type PlacedNotes } from './note-list.ts';
import type { NoteGroup } from './note-order.ts';

/** What tells the two lists of a section apart: ids and classes by series. */
const names: Readonly<Record<NoteSeries, string>> = { marked: 'marked-notes', numbered: 'notes' };

/**
 * The book with lists of notes at the end of the sections that cite them first, each list in a
 * section of its own: the marked series, then the numbered one under its heading.
 *
 * Semantics after EPUB 3 Structural Semantics Vocabulary 1.1 and DPUB-ARIA 1.1, doc-endnotes.
 *
 * @param placed the notes of the book
 * @param series the series to place so, in this order
 */
export function attachNotesOfSections(placed: PlacedNotes, series: ReadonlyArray<NoteSeries>): Book {
  const { book, order } = placed;
  const groups = new Map(order.groups.map((group) => [group.section.id, group]));
  const taken = takenIds(book);
  const append = (section: Section): Section => {
    const group = groups.get(section.id);
    if (group === undefined) return section;
    const present = series.filter((one) => group.notes.some((note) => note.series === one));
    const lists = present.flatMap((one) => listSection(group, one, placed, taken, present.length));
    if (lists.length === 0) return section;
    const { children } = section.tree;
    const last = children.at(-1);
    const end = last !== undefined && isBibliography(last) ? children.length - 1 : children.length;
    return { ...section, tree: { ...section.tree, children: children.toSpliced(end, 0, ...lists) } };
  };
  return {
    ...book,
    front: book.front.map(append),
    body: book.body.map(append),
    back: book.back.map(append),
  };
}

/** Whether a block is the bibliography of its chapter, which notes stand before. */
function isBibliography({ data }: RootContent): boolean {
  return data !== undefined && 'hProperties' in data && data.hProperties?.['role'] === 'doc-bibliography';
}

/** "*–‡": the signs of a list. */
function rangeOf({ children }: NoteList): string {
  const numbers = new Set([children[0]?.number, children.at(-1)?.number]);
  return [...numbers].join('–');
}

/** The list in a section in the language of the book, so that its name is read in it. */
function listSection(
  group: NoteGroup,
  series: NoteSeries,
  placed: PlacedNotes,
  taken: ReadonlySet<string>,
  lists: number,
): RootContent[] {
  const { labels, metadata } = placed.book;
  const list = noteList(group, series, placed, metadata.language);
  if (list === undefined) return [];
  const id = freeId(`${group.section.id}--${names[series]}`, taken);
  const { title, place } =
    series === 'marked'
      ? metadata.notes.marked
      : { ...metadata.notes, title: metadata.notes.title ?? labels.notes };
  const atFoot = place === 'foot';
  const titleId = freeId(`${id}-title`, taken);
  // On paper there is none at the foot of a page.
  const titleProperties = { id: titleId, ...(atFoot && { dataProduct: 'epub' }) };
  const heading: Heading[] =
    title === undefined
      ? []
      : [{ type: 'heading', depth: 2, children: [text(title)], data: { hProperties: titleProperties } }];
  // Two lists in one document need different names (ARIA landmarks).
  const name = [labels.notes, ...(lists > 1 ? [rangeOf(list)] : [])].join(' ');
  const { language } = group.section;
  const properties = {
    id,
    className: [series === 'marked' ? 'marked-notes' : 'section-notes', ...(atFoot ? ['foot-notes'] : [])],
    'epub:type': 'endnotes',
    role: 'doc-endnotes',
    ...(title === undefined ? { ariaLabel: name } : { ariaLabelledBy: [titleId] }),
    ...(language === undefined || language === metadata.language ? {} : { lang: metadata.language }),
  };
  return [element('section', properties, [...heading, list])];
}
