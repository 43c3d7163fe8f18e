import type { Heading, Nodes, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { sections, type Book, type Heading as Titled, type Section } from '../../book/book.ts';
import type { ElementNode } from '../../book/nodes.ts';
import type { Role } from '../../book/roles.ts';
import { creditEntry } from './credit-entry.ts';
import { element, text } from '../element.ts';
import { freeId, takenIds } from '../free-id.ts';
import { generatedSection } from '../generated-section.ts';
import { withIsolatedLinks } from '../wording/isolated.ts';
import { quotedSource } from './quotations.ts';
import { usedImages } from './used-images.ts';

/** Sections that close the book and stand after the credits. */
const closing: ReadonlySet<Role> = new Set<Role>(['index', 'colophon']);

/**
 * The book with a section of role `credits` that names the owners of borrowed images and of quoted
 * sources, as far as they are declared and the book shows or quotes them. It stands before index
 * and colophon; the lists come after the text of an author's own section of that role.
 *
 * Semantics after EPUB 3 Structural Semantics Vocabulary 1.1 and DPUB-ARIA 1.1, doc-credits.
 *
 * @param book the book, the keys of its sources still on its quotations
 */
export function attachCredits(book: Book): Book {
  const { labels } = book;
  const groups = [
    { stem: 'images', title: labels.creditsImages, entries: imageEntries(book) },
    { stem: 'sources', title: labels.creditsSources, entries: sourceEntries(book) },
  ].filter(({ entries }) => entries.length > 0);
  if (groups.length === 0) return book;
  const own = sections(book).find(({ role }) => role === 'credits');
  const section: Section = own ?? {
    ...generatedSection(book, 'credits', 'credits', labels.creditsPage, []),
    toc: true,
  };
  const taken = takenIds(book);
  const titled = groups.map((group) => ({ ...group, id: freeId(`${section.id}--${group.stem}`, taken) }));
  const headings = titled.map(({ id, title }): Titled => ({ id, depth: 2, text: title }));
  const lists = titled.flatMap(({ id, title, entries }): RootContent[] => [
    headingOf(id, title),
    element('ul', { className: ['credit-list'] }, entries),
  ]);
  const complete: Section = {
    ...section,
    headings: [...section.headings, ...headings],
    tree: {
      ...section.tree,
      children: [...section.tree.children, ...withIsolatedLinks(lists, book.metadata.language)],
    },
  };
  return own === undefined ? inserted(book, complete) : replaced(book, own, complete);
}

function imageEntries(book: Book): ElementNode[] {
  return [...usedImages(book)].flatMap(([path, { caption, section }]) => {
    const part = book.rights.images.get(path);
    if (part === undefined) return [];
    const isCover = book.metadata.cover?.image === path;
    const name = caption ?? (isCover ? book.labels.cover : undefined);
    return [creditEntry(part, { ...(name !== undefined && { name }), ...(section && { section }) }, book)];
  });
}

function sourceEntries(book: Book): ElementNode[] {
  const quoted = new Set<string>();
  const collect = (tree: Nodes): void => {
    visit(tree, (node) => {
      const source = quotedSource(node);
      if (source !== undefined) quoted.add(source);
    });
  };
  for (const { titleTree, tree } of sections(book)) {
    collect(titleTree);
    collect(tree);
  }
  for (const { tree } of book.notes) collect(tree);
  return [...quoted].flatMap((source) => {
    const part = book.rights.sources.get(source);
    return part === undefined ? [] : [creditEntry(part, {}, book)];
  });
}

function headingOf(id: string, title: string): Heading {
  return { type: 'heading', depth: 2, children: [text(title)], data: { hProperties: { id } } };
}

function inserted(book: Book, page: Section): Book {
  const end = book.back.findIndex(({ role }) => closing.has(role));
  return { ...book, back: book.back.toSpliced(end === -1 ? book.back.length : end, 0, page) };
}

function replaced(book: Book, own: Section, page: Section): Book {
  const replace = (section: Section): Section => (section === own ? page : section);
  return {
    ...book,
    front: book.front.map(replace),
    body: book.body.map(replace),
    back: book.back.map(replace),
  };
}
