import type { Heading, PhrasingContent, RootContent } from 'mdast';
import { isGenerated, type Book, type Section } from '../../book/book.ts';
import type { Role } from '../../book/roles.ts';
import { element, line, span, text } from '../element.ts';
import { freeId, takenIds } from '../free-id.ts';
import { generatedSection } from '../generated-section.ts';
import { inlineTitle } from '../inline-title.ts';
import { inLanguage, noteList, type PlacedNotes } from './note-list.ts';
import { paragraphs } from '../wording/wording.ts';

/** What the section of notes stands before, unless the author says otherwise. */
const closing: ReadonlySet<Role> = new Set<Role>(['index', 'colophon']);

/**
 * The book with its numbered notes in one section of role `endnotes` in the back matter, grouped
 * by the sections that cite them first. An `endnotes` section of the author's own takes the notes
 * after its text; without one, a section stands where `metadata.notes.before` puts it.
 *
 * @param placed the notes of the book
 */
export function attachNotesSection(placed: PlacedNotes): Book {
  const { book } = placed;
  const { back, labels, metadata } = book;
  const own = back.findIndex(({ role }) => role === 'endnotes');
  const section = back[own];
  const groups = groupsOf(placed, section?.language ?? metadata.language);
  if (groups.length === 0) return book;
  const introduction = paragraphs(metadata.notes.introduction).map((value) =>
    line('notes-introduction', value),
  );
  const children = [...introduction, ...groups];
  if (section !== undefined) {
    const tree = { ...section.tree, children: [...section.tree.children, ...children] };
    return { ...book, back: back.with(own, { ...section, tree }) };
  }
  const title = metadata.notes.title ?? labels.notes;
  const notes = { ...generatedSection(book, 'notes', 'endnotes', title, children), toc: true };
  return { ...book, back: back.toSpliced(placeIn(book), 0, notes) };
}

/** Where the section goes: the index in the back matter. */
function placeIn({ back, metadata }: Book): number {
  const wished = back.findIndex(({ role }) => role === metadata.notes.before);
  if (wished !== -1) return wished;
  const usual = back.findIndex(
    (section) => closing.has(section.role) || (section.role === 'bibliography' && isGenerated(section)),
  );
  return usual === -1 ? back.length : usual;
}

/** The lists, each below a heading unless there is but one and its numbers are the book's. */
function groupsOf(placed: PlacedNotes, around: string): RootContent[] {
  const { book, order } = placed;
  const taken = takenIds(book);
  const listed = order.groups.flatMap((group) => {
    const list = noteList(group, 'numbered', placed, around);
    return list === undefined ? [] : [{ section: group.section, list }];
  });
  const digits = listed.reduce((most, { list }) => Math.max(most, list.digits ?? 0), 0);
  const grouped = book.metadata.notes.numbering !== 'book' || listed.length > 1;
  return listed.flatMap(({ section, list }): RootContent[] => {
    const aligned = { ...list, digits };
    const language = section.language ?? book.metadata.language;
    return grouped ? [groupHeading(section, language, around, taken), aligned] : [aligned];
  });
}

/** "7 Loomings", linked to the section that cites the notes below. */
function groupHeading(
  { id, number, title, titleTree }: Section,
  language: string,
  around: string,
  taken: ReadonlySet<string>,
): Heading {
  const markup = inlineTitle(titleTree);
  const name: PhrasingContent[] = [
    ...(number === undefined ? [] : [span('number', number), text(' ')]),
    element('span', { className: ['title'] }, markup.length > 0 ? markup : [text(title)]),
  ];
  const properties = { id: freeId(`${id}--notes`, taken), ...inLanguage(language, around).data?.hProperties };
  return {
    type: 'heading',
    depth: 2,
    children: [{ type: 'link', url: `#${id}`, children: name }],
    data: { hProperties: properties },
  };
}
