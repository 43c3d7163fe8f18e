import type { Layout, PageWindow } from './page-tools.ts';

/** Adds what says of each page of notes which pages its notes belong to. Runs in the page. */
export function installNoteHeads(): void {
  const tools = (window as unknown as PageWindow).colophonTools;
  const { notes } = tools.options;
  const cited = notes?.citations.map(({ note, marks }) => ({
    note: document.getElementById(note),
    marks: marks.map((id) => document.getElementById(id)),
  }));

  /** The first and the last page on which something of a note is to be seen. */
  const extent = (note: Element, { pageAt, pageOf }: Layout): [number, number] => {
    const range = document.createRange();
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
  };

  const wordingFor = (first: string, last: string): string => {
    if (notes === undefined) return '';
    const values: Readonly<Record<string, string>> = { first, last, page: first };
    const fill = (wording: string): string =>
      wording.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
    const [long, short] = first === last ? notes.toPage : notes.toPages;
    const text = fill(long);
    return text.length <= notes.room ? text : fill(short);
  };

  /** By index of page; pages on which nothing of a note stands have none. */
  tools.noteHeads = (layout): ReadonlyMap<number, string> => {
    const spans = new Map<number, [number, number]>();
    for (const { note, marks } of cited ?? []) {
      if (note === null) continue;
      const pages = marks.map(layout.pageOf);
      const [begin, end] = extent(note, layout);
      for (let page = begin; page <= end; page++) {
        const span = spans.get(page) ?? [Infinity, -Infinity];
        spans.set(page, [Math.min(span[0], ...pages), Math.max(span[1], ...pages)]);
      }
    }
    const heads = new Map<number, string>();
    for (const [page, [first, last]] of spans) {
      if (first > last) continue;
      heads.set(page, wordingFor(layout.labels[first] ?? '', layout.labels[last] ?? ''));
    }
    return heads;
  };
}
