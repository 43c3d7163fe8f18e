import type { FootNoteOptions } from '../../pdf/page/pagination.ts';

/** Where notes of one line stand. */
export type ShortNotes = FootNoteOptions['short'];

/** A note that is to stand at the foot of the page on which its mark is. */
export interface FootNote {
  readonly element: HTMLElement;
  /** The list it comes from. */
  readonly list: HTMLElement;
  /** The mark in the text for which it is there: its own, or that of the note that cites it. */
  readonly mark: Element;
  /** Whether only another note cites it. */
  readonly isNested: boolean;
}

/** A section with notes at the foot of its pages. */
export interface NotedSection {
  readonly element: HTMLElement;
  /** Where the notes are until they have a place: taken out of the flow. */
  readonly pools: ReadonlyArray<HTMLElement>;
  /** In the order of their marks; a note that only another cites stands behind that. */
  readonly notes: ReadonlyArray<FootNote>;
}

/** The sections of the document that have notes at the foot of their pages. */
export function notedSections(): NotedSection[] {
  const pools = new Map<HTMLElement, HTMLElement[]>();
  for (const pool of document.querySelectorAll<HTMLElement>('.foot-notes')) {
    const section = pool.closest<HTMLElement>('body > section');
    if (section === null) continue;
    const known = pools.get(section);
    if (known === undefined) pools.set(section, [pool]);
    else known.push(pool);
  }
  return [...pools].map(([element, own]) => ({ element, pools: own, notes: notesIn(own) }));
}

/** A note, and the mark that cites it first. */
interface Cited {
  readonly element: HTMLElement;
  readonly list: HTMLElement;
  readonly mark: Element;
}

function notesIn(pools: ReadonlyArray<HTMLElement>): FootNote[] {
  const cited = pools.flatMap((pool) =>
    [...pool.querySelectorAll<HTMLElement>('li.note')].flatMap((element): Cited[] => {
      const list = element.parentElement;
      const mark = firstMarkOf(element);
      return list === null || mark === null ? [] : [{ element, list, mark }];
    }),
  );
  const citedBy = new Map<Element | null, Cited[]>();
  for (const each of cited) {
    const citing = each.mark.closest('li.note');
    citedBy.set(citing, [...(citedBy.get(citing) ?? []), each]);
  }
  const notes: FootNote[] = [];
  const take = ({ element, list, mark }: Cited, root: Element): void => {
    notes.push({ element, list, mark: root, isNested: root !== mark });
    for (const inner of inOrder(citedBy.get(element) ?? [])) take(inner, root);
  };
  for (const each of inOrder(citedBy.get(null) ?? [])) take(each, each.mark);
  return notes;
}

/** The number of a note leads back to the first of its marks, whose id stands behind a scheme of our own. */
function firstMarkOf(note: HTMLElement): Element | null {
  const address = note.querySelector('.note-number')?.getAttribute('href') ?? '';
  return document.getElementById(decodeURIComponent(address.slice(address.indexOf(':') + 1)));
}

function inOrder(cited: ReadonlyArray<Cited>): Cited[] {
  return cited.toSorted((a, b) =>
    a.mark.compareDocumentPosition(b.mark) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
}
