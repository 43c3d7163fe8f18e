import type { Layout } from '../layout/layout.ts';
import { listedSpans, type Span } from './spans.ts';

/** The page numbers behind the terms of the index, which begin as links to the marks. */
export interface Locators {
  /** What stands behind each term. */
  readonly read: (layout: Layout) => LocatorLine[];
  /** Writes it there; whether anything changed. */
  readonly write: (lines: ReadonlyArray<LocatorLine>) => boolean;
  /**
   * To be called when a print begins: the tags of a print have what stands in the document then. Tells
   * later whether all links that are shown did.
   */
  readonly begin: () => () => boolean;
}

/** The numbers behind one term, each with the link that shows it. */
type LocatorLine = ReadonlyArray<{
  readonly link: HTMLElement;
  readonly text: string;
  readonly main: boolean;
}>;

/** What a link refers to. */
interface Locator {
  readonly link: HTMLElement;
  readonly first: Element | null;
  readonly last: Element | null;
  /** The number of the note it stands in. */
  readonly note: string;
  /** Whether it is the principal one of its entry. */
  readonly main: boolean;
}

/** The locators of the document, which are still to be written. */
export function locators(): Locators {
  const lists = [...document.querySelectorAll<HTMLElement>('.locators')].map((list) => ({
    list,
    commas: [...list.childNodes].filter((node) => node instanceof Text),
    locators: [...list.querySelectorAll<HTMLElement>('a[data-mark]')].map(locatorOf),
    shown: '',
  }));
  return {
    read: (layout) => lists.map((each) => lineOf(each.locators, layout)),
    write: (lines) => {
      let changed = false;
      lists.forEach((entry, index) => {
        const line = lines[index] ?? [];
        const shown = line.map(({ text, main }) => (main ? `!${text}` : text)).join(', ');
        if (shown === entry.shown) return;
        entry.shown = shown;
        changed = true;
        writeLine(line, entry);
      });
      return changed;
    },
    begin: () => {
      const away = lists.flatMap(({ locators: all }) => all).filter(({ link }) => !link.isConnected);
      return () => away.every(({ link }) => !link.isConnected);
    },
  };
}

function locatorOf(link: HTMLElement): Locator {
  const { mark = '', until = mark, note = '' } = link.dataset;
  const [first, last] = [mark, until].map((id) => document.getElementById(id));
  return { link, first: first ?? null, last: last ?? null, note, main: link.classList.contains('main') };
}

function lineOf(entries: ReadonlyArray<Locator>, { labels, pageOf }: Layout): LocatorLine {
  const spans = entries
    .map(({ link, first, last, note, main }): Span & { link: HTMLElement } => {
      const page = pageOf(first);
      return { link, first: page, last: last === first ? page : pageOf(last), note, main };
    })
    .toSorted((a, b) => a.first - b.first);
  const isRoman = (page: number): boolean => !/^\p{Nd}/u.test(labels[page] ?? '');
  return listedSpans(spans, isRoman).map(({ link, first, last, note, main }) => {
    const pages = [...new Set([labels[first], labels[last]])].join('–');
    return { link, main, text: note === '' ? pages : `${pages}n${note}` };
  });
}

/** Only texts that were there already are written to: Chrome knows no others in the tags of a print. */
function writeLine(
  line: LocatorLine,
  { list, commas }: { readonly list: HTMLElement; readonly commas: ReadonlyArray<Text> },
): void {
  const nodes: Node[] = [];
  line.forEach(({ link, text, main }, index) => {
    const shown = link.firstChild;
    if (shown instanceof Text) shown.data = text;
    link.classList.toggle('main', main);
    nodes.push(commas[index] ?? document.createTextNode(', '), link);
  });
  list.replaceChildren(...nodes);
}
