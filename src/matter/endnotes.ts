import type { Heading, Root, RootContent } from 'mdast';
import type { Book, Section } from '../book/book.ts';
import type { NoteItem, NoteList } from '../book/nodes.ts';
import { element, text } from './element.ts';
import { freeId, takenIds } from './free-id.ts';
import { generatedSection } from './generated-section.ts';
import { reportUnreached } from './unreached-notes.ts';
import { orderNotes, withNumbers, type NoteGroup, type NoteOrder } from './note-order.ts';

/**
 * The book with its notes numbered and placed as `metadata.notes` asks: in one section of role
 * `endnotes` in the back matter, before index and colophon, or at the end of each section that
 * cites them. An `endnotes` section of the author's own takes the notes after its text. The
 * trees given stay as they are; those with marks are copied along the way to them.
 *
 * Semantics after EPUB 3 Structural Semantics Vocabulary 1.1 and DPUB-ARIA 1.1, doc-endnotes.
 *
 * @param book the book, its sections numbered
 */
export function attachEndnotes(book: Book): Book {
  const order = orderNotes(book);
  reportUnreached(order.unreached);
  if (order.groups.length === 0) return book;
  const numbered = numberMarks(book, order);
  return book.metadata.notes.place === 'chapter'
    ? endnotesByChapter(numbered, order)
    : endnotesByBook(numbered, order);
}

/** The book with the number on every mark, and the notes in the order of their numbers. */
function numberMarks(book: Book, { groups, numbers, unreached }: NoteOrder): Book {
  const mark = (section: Section): Section => {
    const titleTree = withNumbers(section.titleTree, numbers);
    const tree = withNumbers(section.tree, numbers);
    return tree === section.tree && titleTree === section.titleTree
      ? section
      : { ...section, titleTree, tree };
  };
  const placed = groups.flatMap(({ notes }) => notes);
  return {
    ...book,
    front: book.front.map(mark),
    body: book.body.map(mark),
    back: book.back.map(mark),
    notes: [...placed, ...unreached],
  };
}

function endnotesByChapter(book: Book, order: NoteOrder): Book {
  const groups = new Map(order.groups.map((noteGroup) => [noteGroup.section.id, noteGroup]));
  const taken = takenIds(book);
  const append = (section: Section): Section => {
    const noteGroup = groups.get(section.id);
    if (noteGroup === undefined) return section;
    const id = freeId(`${section.id}--notes`, taken);
    const lang = section.language === undefined ? undefined : book.metadata.language;
    const title = freeId(`${id}-title`, taken);
    const heading = groupHeading(title, [text(book.labels.notes)], lang);
    const notes = element(
      'section',
      { id, 'epub:type': 'endnotes', role: 'doc-endnotes', ariaLabelledBy: [title] },
      [heading, noteList(noteGroup, order)],
    );
    return { ...section, tree: withChildren(section.tree, [...section.tree.children, notes]) };
  };
  return {
    ...book,
    front: book.front.map(append),
    body: book.body.map(append),
    back: book.back.map(append),
  };
}

function endnotesByBook(book: Book, order: NoteOrder): Book {
  const { back, labels, metadata } = book;
  const grouped = metadata.notes.numbering === 'chapter' || order.groups.length > 1;
  const taken = takenIds(book);
  const children = order.groups.flatMap((noteGroup): RootContent[] => {
    const { language } = noteGroup.section;
    const list = { ...noteList(noteGroup, order), ...inLanguage(language) };
    return grouped ? [sectionHeading(noteGroup.section, taken), list] : [list];
  });
  const own = back.findIndex(({ role }) => role === 'endnotes');
  const section = back[own];
  if (section !== undefined) {
    const tree = withChildren(section.tree, [...section.tree.children, ...children]);
    return { ...book, back: back.with(own, { ...section, tree }) };
  }
  const after = back.findIndex(({ role }) => role === 'index' || role === 'colophon');
  const notes = { ...generatedSection(book, 'notes', 'endnotes', labels.notes, children), toc: true };
  return { ...book, back: back.toSpliced(after === -1 ? back.length : after, 0, notes) };
}

/** "7 Loomings", linked to the section that cites the notes below. */
function sectionHeading({ id, number, title, language }: Section, taken: ReadonlySet<string>): Heading {
  const name = number === undefined ? title : `${number} ${title}`;
  const children: Heading['children'] = [{ type: 'link', url: `#${id}`, children: [text(name)] }];
  return groupHeading(freeId(`${id}--notes`, taken), children, language);
}

function groupHeading(id: string, children: Heading['children'], lang?: string): Heading {
  const language = lang === undefined ? {} : { lang };
  return { type: 'heading', depth: 2, children, data: { hProperties: { id, ...language } } };
}

function noteList({ notes }: NoteGroup, { numbers, citations }: NoteOrder): NoteList {
  const items = notes.map(({ id, tree }): NoteItem => ({
    type: 'noteItem',
    noteId: id,
    number: numbers.get(id) ?? '',
    citations: citations.get(id) ?? [],
    children: tree.children as NoteItem['children'],
  }));
  return { type: 'noteList', series: 'numbered', start: Number(items[0]?.number), children: items };
}

function inLanguage(lang: string | undefined): Pick<NoteList, 'data'> {
  return lang === undefined ? {} : { data: { hProperties: { lang } } };
}

function withChildren(tree: Root, children: RootContent[]): Root {
  return { ...tree, children };
}
