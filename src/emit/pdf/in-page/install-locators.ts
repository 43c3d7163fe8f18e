import type { LocatorLine, PageWindow } from './page-tools.ts';

/** Adds what turns the links of the index into page numbers. Runs in the page. */
export function installLocators(): void {
  const tools = (window as unknown as PageWindow).colophonTools;

  interface Locator {
    readonly link: HTMLElement;
    readonly first: Element | null;
    readonly last: Element | null;
    /** The number of the note it stands in. */
    readonly note: string;
    /** Whether it is the principal one of its entry. */
    readonly main: boolean;
  }
  const lists = [...document.querySelectorAll<HTMLElement>('.locators')].map((list) => ({
    list,
    locators: [...list.querySelectorAll<HTMLElement>('a[data-mark]')].map((link): Locator => {
      const { mark = '', until = mark, note = '' } = link.dataset;
      const [first, last] = [mark, until].map((id) => document.getElementById(id));
      return { link, first: first ?? null, last: last ?? null, note, main: link.classList.contains('main') };
    }),
    shown: '',
  }));

  /** What one locator covers, as indexes of pages. */
  interface Span {
    readonly link: HTMLElement;
    readonly first: number;
    last: number;
    readonly note: string;
    main: boolean;
  }

  /** One for each place on each page; principal ones are known by being so anywhere on it. */
  const distinct = (spans: ReadonlyArray<Span>): Span[] => {
    const known = new Map<string, Span>();
    for (const span of spans) {
      const key = `${span.first} ${span.last} ${span.note}`;
      const same = known.get(key);
      if (same === undefined) known.set(key, span);
      else same.main ||= span.main;
    }
    return [...known.values()];
  };

  /** Pages inside a passage that is listed need no mention of their own. */
  const outsidePassages = (spans: ReadonlyArray<Span>): Span[] => {
    const passages = spans.filter(({ first, last }) => last > first);
    return spans.filter(
      (span) =>
        span.last > span.first ||
        span.note !== '' ||
        span.main ||
        !passages.some(({ first, last }) => first <= span.first && span.first <= last),
    );
  };

  /** Three or more pages in succession are written as a range. */
  const joined = (spans: ReadonlyArray<Span>, isRoman: (page: number) => boolean): Span[] => {
    const runs: Span[][] = [];
    for (const span of spans) {
      const run = runs.at(-1);
      const before = run?.at(-1);
      const follows =
        before !== undefined &&
        [before, span].every(({ first, last, note, main }) => first === last && note === '' && !main) &&
        span.first === before.first + 1 &&
        isRoman(span.first) === isRoman(before.first);
      if (follows) run?.push(span);
      else runs.push([span]);
    }
    return runs.flatMap((run) => {
      const [first] = run;
      return first !== undefined && run.length > 2
        ? [{ ...first, last: run.at(-1)?.last ?? first.last }]
        : run;
    });
  };

  tools.locators = ({ labels, pageOf }): LocatorLine[] => {
    const isRoman = (page: number): boolean => !/^\d/.test(labels[page] ?? '');
    return lists.map(({ locators }) => {
      const spans = locators
        .map(({ link, first, last, note, main }): Span => {
          const page = pageOf(first);
          return { link, first: page, last: last === first ? page : pageOf(last), note, main };
        })
        .toSorted((a, b) => a.first - b.first);
      return joined(outsidePassages(distinct(spans)), isRoman).map(({ link, first, last, note, main }) => {
        const pages = [...new Set([labels[first], labels[last]])].join('–');
        return { link, main, text: note === '' ? pages : `${pages}n${note}` };
      });
    });
  };

  /** Whether any line changed. */
  tools.fillLocators = (lines): boolean => {
    let changed = false;
    lists.forEach((entry, index) => {
      const line = lines[index] ?? [];
      const shown = line.map(({ text, main }) => (main ? `!${text}` : text)).join(', ');
      if (shown === entry.shown) return;
      entry.shown = shown;
      changed = true;
      const nodes: Array<Node | string> = [];
      for (const { link, text, main } of line) {
        link.textContent = text;
        link.classList.toggle('main', main);
        nodes.push(', ', link);
      }
      entry.list.replaceChildren(...nodes);
    });
    return changed;
  };
}
