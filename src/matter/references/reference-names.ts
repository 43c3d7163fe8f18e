import type { PhrasingContent } from 'mdast';
import type { Node } from 'unist';
import { visit } from 'unist-util-visit';
import { sections, type Book, type Section } from '../../book/book.ts';
import type { Labels } from '../../book/labels.ts';
import type { NoteItem } from '../../book/nodes.ts';
import { element, text } from '../element.ts';
import { inlineTitle } from '../inline-title.ts';

/** What a place is called: by its kind and number, or by its title. */
export interface ReferenceName {
  readonly kind: Exclude<keyof Labels['references'], 'page' | 'withPage'>;
  readonly number?: string;
  readonly title: PhrasingContent[];
}

/**
 * The name of every place of the book that a reference may lead to, by id. What has no name of its
 * own has that of its section.
 *
 * @param book the book, its sections, notes and elements numbered
 */
export function referenceNames(book: Book): (id: string) => ReferenceName | undefined {
  const names = new Map<string, ReferenceName>();
  const repeated = repeatedNumbers(book);
  for (const section of sections(book)) {
    const whole = nameOf(section, repeated);
    for (const root of [section.titleTree, section.tree]) {
      visit(root, (node: Node) => {
        const id = idOf(node);
        if (id !== undefined) names.set(id, whole);
        if (node.type !== 'noteItem') return;
        const { noteId, number } = node as NoteItem;
        names.set(noteId, { kind: 'note', number, title: [] });
      });
    }
    for (const { id, text: plain, titleTree } of section.headings) {
      const title = titleTree === undefined ? [text(plain)] : inlineTitle(titleTree);
      names.set(id, { kind: 'section', title: inLanguage(title, section) });
    }
    visit(section.tree, (node) => {
      const id = idOf(node);
      if ((node.type !== 'figure' && node.type !== 'captionedTable') || id === undefined) return;
      const { number } = node;
      if (number === undefined) return;
      names.set(id, { kind: node.type === 'figure' ? 'figure' : 'table', number, title: [] });
    });
    names.set(section.id, whole);
  }
  // Anchors in raw HTML are named after their section.
  return (id) => names.get(id) ?? names.get(id.split('---')[0] ?? '');
}

/** The numbers that chapters of several parts have, which name none of them. */
function repeatedNumbers(book: Book): ReadonlySet<string> {
  const numbers = book.body.flatMap(({ number }) => number ?? []);
  return new Set(numbers.filter((number, index) => numbers.indexOf(number) !== index));
}

function nameOf(section: Section, repeated: ReadonlySet<string>): ReferenceName {
  const { role, number, titleTree, untitled, title } = section;
  if (number !== undefined && !repeated.has(number)) {
    return { kind: role === 'part' || role === 'appendix' ? role : 'chapter', number, title: [] };
  }
  const words = untitled ? [text(title)] : inlineTitle(titleTree);
  return { kind: 'title', title: inLanguage(words, section) };
}

function inLanguage(title: PhrasingContent[], { language }: Section): PhrasingContent[] {
  return language === undefined ? title : [element('span', { lang: language }, title)];
}

function idOf({ data }: Node): string | undefined {
  const properties = data && 'hProperties' in data ? (data.hProperties as Record<string, unknown>) : {};
  const id = properties['id'];
  return typeof id === 'string' ? id : undefined;
}
