import type { Element, Nodes } from 'hast';
import { visit } from 'unist-util-visit';
import { append } from '../../../book/long-lists.ts';
import { sections, type Book, type Hast, type Section } from '../../../book/book.ts';
import { hasClass } from './has-class.ts';
import { linkedId } from './internal-links.ts';
import type { NoteHeadOptions } from '../page/pagination.ts';

/**
 * The notes of a section and the marks for which a reader turns to them: all that stand outside
 * the section; for a note cited only inside other notes, the marks of those.
 *
 * @param notes the section that holds the notes
 * @returns in the order of the notes, without those no mark outside leads to
 */
export function citationsOf(notes: Section<Hast>, book: Book<Hast>): NoteHeadOptions['citations'] {
  /** Note id → ids of marks outside the section. */
  const marks = new Map<string, string[]>();
  for (const section of sections(book)) {
    if (section.id === notes.id) continue;
    for (const mark of marksIn(section.tree)) add(marks, linkedId(mark.properties['href']), idOf(mark));
  }
  /** Note id → ids of notes that cite it. */
  const citing = new Map<string, string[]>();
  const items = elementsIn(notes.tree, (element) => element.tagName === 'li' && hasClass(element, 'note'));
  for (const item of items) {
    for (const mark of marksIn(item)) add(citing, linkedId(mark.properties['href']), idOf(item));
  }
  return items.flatMap((item) => {
    const found = marksFor(idOf(item), marks, citing);
    return found.length === 0 ? [] : [{ note: idOf(item), marks: found }];
  });
}

function marksFor(
  id: string,
  marks: ReadonlyMap<string, string[]>,
  citing: ReadonlyMap<string, string[]>,
): string[] {
  const found: string[] = [];
  // A set grows while it is read, and takes every note once.
  const through = new Set([id]);
  for (const note of through) {
    const own = marks.get(note);
    if (own !== undefined) append(found, own);
    else for (const other of citing.get(note) ?? []) through.add(other);
  }
  return found;
}

function add(map: Map<string, string[]>, key: string | undefined, value: string): void {
  if (key === undefined) return;
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

function idOf({ properties }: Element): string {
  return String(properties['id']);
}

function marksIn(tree: Nodes): Element[] {
  return elementsIn(tree, ({ properties }) => properties['epub:type'] === 'noteref');
}

function elementsIn(tree: Nodes, wanted: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (wanted(element)) found.push(element);
  });
  return found;
}
