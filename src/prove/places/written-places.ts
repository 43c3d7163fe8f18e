import type { Nodes } from 'hast';
import { sections, type Assets, type Book, type Hast, type Note } from '../../book/book.ts';
import type { Place } from '../../book/messages/origin.ts';
import type { PageMap, PageStart } from '../../book/page-map.ts';
import type { WrittenBook, WrittenPlace } from '../../book/written.ts';

/** What is known of a book where its elements are to be found again. */
export interface Findable {
  readonly book: Book<Hast>;
  readonly assets: Assets;
  /** Undefined where nothing is printed. */
  readonly pageMap?: Pick<PageMap, 'anchors' | 'starts'> | undefined;
}

/**
 * Where the elements of a book were written, in reading order.
 *
 * @param onDisk where an author finds a place; by default where it was parsed
 */
export function writtenPlaces(
  { book, assets, pageMap }: Findable,
  onDisk: (place: Place) => Place = (place) => place,
): WrittenBook {
  const notes = new Map(book.notes.map((note) => [note.id, note]));
  const starts = pagesBySpot(pageMap?.starts ?? []);
  const placesIn = (root: Hast, around: Place['file']): WrittenPlace[] => {
    const places: WrittenPlace[] = [];
    const at = { characters: 0, elements: 0 };
    const walk = (node: Nodes, outside: Place['file']): void => {
      const note = noteAt(node, notes);
      const file = note?.file ?? outside;
      const characters = node.type === 'text' ? charactersIn(node.value) : 0;
      if (characters > 0) {
        at.characters += characters;
        at.elements = 0;
      }
      if (node.type === 'element') {
        at.elements++;
        const point = (node.position ?? note?.tree.children[0]?.position)?.start;
        if (point !== undefined) {
          const { id, src, dataSpot } = node.properties;
          const picture = typeof src === 'string' ? assets.get(src) : undefined;
          const found = onDisk({ file, point });
          const { line, column } = found.point;
          const place = { ...at, file: found.file.path ?? '', line, column, ...(picture && { picture }) };
          const own = typeof id === 'string' ? pageMap?.anchors.get(id) : undefined;
          const begun = starts.get(Number(dataSpot ?? NaN)) ?? [];
          const pages = [...new Set([...(own === undefined ? [] : [own]), ...begun])];
          if (pages.length === 0) places.push(place);
          else places.push(...pages.map((page) => ({ ...place, page })));
        }
      }
      if ('children' in node) for (const child of node.children) walk(child, file);
    };
    walk(root, around);
    return places;
  };
  return new Map(sections(book).map(({ id, tree, file }) => [id, placesIn(tree, file)]));
}

/** How many characters of a text count: all but blanks and what joins marks to words. */
function charactersIn(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    // The second half of a character is none of its own. Most of a text is plain letters.
    if ((code & 0xfc00) === 0xdc00) continue;
    if (code < 128 ? code > 32 : !/[\s\u2060]/.test(text.charAt(index))) count++;
  }
  return count;
}

function pagesBySpot(starts: ReadonlyArray<PageStart>): Map<number, number[]> {
  const pages = new Map<number, number[]>();
  for (const { spot, page } of starts) pages.set(spot, [...(pages.get(spot) ?? []), page]);
  return pages;
}

/** The note whose text an element holds. */
function noteAt(node: Nodes, notes: ReadonlyMap<string, Note<Hast>>): Note<Hast> | undefined {
  const id = node.type === 'element' ? node.properties['id'] : undefined;
  return typeof id === 'string' ? notes.get(id) : undefined;
}
