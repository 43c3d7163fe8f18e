import type { Position } from 'unist';
import { visit } from 'unist-util-visit';
import { sections, type Book, type Note, type NoteSeries } from '../../book/book.ts';
import type { NoteReference } from '../../book/nodes.ts';
import { passagesOf, type Passage } from '../text/passages.ts';

/** A mark as every finished edition must have it; plain data, as all that is expected. */
export interface ExpectedCitation {
  readonly anchor: string;
  /** What the mark shows; absent where the mark got no number. */
  readonly number?: string;
  /** Whether the page of the note stands before its number. */
  readonly namesPage?: true;
  /** Path of the source it stands in. */
  readonly file: string;
  readonly position?: Position;
}

/** A note as every finished edition must have it. */
export interface ExpectedNote {
  readonly id: string;
  /** As the author named it. */
  readonly label: string;
  /** Path of the source it stands in. */
  readonly file: string;
  readonly position?: Position;
  /** The number or sign in its list; absent where no list has the note. */
  readonly number?: string;
  /** Whether it must begin at the foot of the page on which its first mark is. */
  readonly atFoot?: true;
  /** Its series and place there among those of its section, where a PDF numbers them anew on each page. */
  readonly place?: readonly [series: NoteSeries, count: number];
  /** The marks that cite it, in reading order. */
  readonly citations: ReadonlyArray<ExpectedCitation>;
  readonly passages: ReadonlyArray<Passage>;
  /** Ids of what stands inside the note. */
  readonly inside: ReadonlySet<string>;
}

/**
 * What each note must be in the finished editions, from the manuscript itself: its text and the
 * marks that cite it as written, only their numbers as given.
 *
 * @param written the book as parsed
 * @param complete the same book, its notes numbered and placed
 * @returns one for each note, in the order of their definitions
 */
export function expectedNotes(written: Book, complete: Book): ExpectedNote[] {
  const { numbers, shown, places } = givenNumbers(complete);
  const citations = citationsOf(written, shown);
  return written.notes.map((note) => {
    const { id, label, file, tree } = note;
    const number = numbers.get(id);
    const place = places.get(id);
    const { notes: settings } = written.metadata;
    const atFoot = (note.series === 'marked' ? settings.marked : settings).place === 'foot';
    return {
      id,
      label,
      file: file.path,
      ...(tree.position && { position: tree.position }),
      ...(number !== undefined && { number }),
      ...(atFoot && { atFoot }),
      ...(atFoot && place !== undefined && settings.numbering === 'page' && { place }),
      citations: citations.get(id) ?? [],
      passages: passagesOf(tree),
      inside: idsIn(note),
    };
  });
}

/** The number of every note in its list, and of every mark by its anchor. */
function givenNumbers(complete: Book): {
  readonly numbers: ReadonlyMap<string, string>;
  readonly shown: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, readonly [NoteSeries, number]>;
} {
  const numbers = new Map<string, string>();
  const shown = new Map<string, string>();
  const places = new Map<string, readonly [NoteSeries, number]>();
  for (const { titleTree, tree } of sections(complete)) {
    for (const root of [titleTree, tree]) {
      visit(root, (node) => {
        if (node.type === 'noteItem') numbers.set(node.noteId, node.number);
        if (node.type === 'noteList')
          node.children.forEach((item, index) => places.set(item.noteId, [node.series, index + 1]));
        if (node.type !== 'noteReference') return;
        const { anchor, number } = node;
        if (number !== undefined) shown.set(anchor, number);
      });
    }
  }
  return { numbers, shown, places };
}

function citationsOf(written: Book, shown: ReadonlyMap<string, string>): Map<string, ExpectedCitation[]> {
  const citations = new Map<string, ExpectedCitation[]>();
  const places = [
    ...sections(written).flatMap(({ titleTree, tree, file }) => [
      { root: titleTree, file },
      { root: tree, file },
    ]),
    ...written.notes.map(({ tree, file }) => ({ root: tree, file })),
  ];
  for (const { root, file } of places) {
    visit(root, 'noteReference', ({ noteId, anchor, position }: NoteReference) => {
      const number = shown.get(anchor);
      const citation: ExpectedCitation = {
        anchor,
        file: file.path,
        ...(number !== undefined && { number }),
        ...(position && { position }),
      };
      const known = citations.get(noteId);
      if (known === undefined) citations.set(noteId, [citation]);
      else known.push(citation);
    });
  }
  return citations;
}

function idsIn({ tree }: Note): Set<string> {
  const ids = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'noteReference') ids.add(node.anchor);
    const id = node.data && 'hProperties' in node.data ? node.data.hProperties?.['id'] : undefined;
    if (typeof id === 'string') ids.add(id);
  });
  return ids;
}
