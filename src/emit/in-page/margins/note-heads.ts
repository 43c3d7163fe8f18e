import type { NoteHeadOptions } from '../../pdf/page/pagination.ts';
import type { Layout } from '../layout/layout.ts';
import { noteHeadText } from './note-head-text.ts';

/** What reads of a layout which pages' notes stand on each page of notes. */
export type ReadNoteHeads = (layout: Layout) => ReadonlyMap<number, string>;

/** By index of page; pages on which nothing of a note stands have none. */
export function noteHeads(options: NoteHeadOptions | undefined): ReadNoteHeads {
  if (options === undefined) return () => new Map();
  const cited = options.citations.map(({ note, marks }) => ({
    note: document.getElementById(note),
    marks: marks.map((id) => document.getElementById(id)),
  }));
  return (layout) => {
    // Each change of the document is told to every range there is: so there is one for all notes.
    const range = document.createRange();
    const spans = new Map<number, [number, number]>();
    for (const { note, marks } of cited) {
      if (note === null) continue;
      const pages = marks.map(layout.pageOf);
      const [begin, end] = extent(note, layout, range);
      for (let page = begin; page <= end; page++) {
        const span = spans.get(page) ?? [Infinity, -Infinity];
        spans.set(page, [Math.min(span[0], ...pages), Math.max(span[1], ...pages)]);
      }
    }
    const heads = new Map<number, string>();
    for (const [page, [first, last]] of spans) {
      if (first > last) continue;
      heads.set(page, noteHeadText(options, layout.labels[first] ?? '', layout.labels[last] ?? ''));
    }
    return heads;
  };
}

/** The first and the last page on which something of a note is to be seen. */
function extent(note: Element, { pageAt, pageOf }: Layout, range: Range): [number, number] {
  const pages = [...note.querySelectorAll('img, svg')].map(pageOf);
  const walker = document.createTreeWalker(note, NodeFilter.SHOW_TEXT);
  const texts: Node[] = [];
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    if (/\S/.test(text.nodeValue ?? '')) texts.push(text);
  }
  for (const text of [texts[0], texts.at(-1)]) {
    if (text === undefined) continue;
    range.selectNodeContents(text);
    pages.push(...[...range.getClientRects()].map(pageAt));
  }
  return [Math.min(...pages), Math.max(...pages)];
}
