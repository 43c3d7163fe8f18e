import type { Layout } from '../layout/layout.ts';

/** The terms of the index that are repeated where their sub-entries go on at the head of a page. */
export interface ContinuedTerms {
  /** Finds them; the function returned repeats them, and says whether anything changed. */
  readonly find: (layout: Pick<Layout, 'pageOf'>) => () => boolean;
}

/** A term and what stands below it. */
interface Entry {
  readonly entry: Element;
  readonly term: Element;
  readonly below: ReadonlyArray<Element>;
}

/** A head moves what follows it, and may be moved by that: what will not settle stays as it is. */
const mostChanges = 4;

/** @param wording how a term is repeated, with `{term}`; absent: it is not */
export function continuedTerms(wording: string | undefined): ContinuedTerms {
  const [before = '', after = ''] = wording?.split('{term}') ?? [];
  const entries = wording === undefined ? [] : entriesWithSubentries();
  const heads = new Map<Element, HTMLElement>();
  let changes = 0;
  return {
    find: (layout) => {
      const wanted = changes < mostChanges ? continuing(entries, layout) : new Map<Element, Element>();
      return () => {
        if (changes >= mostChanges) return false;
        const removed = removeUnwanted(heads, wanted);
        const added = addMissing(heads, wanted, (term) => headOf(term, before, after));
        if (removed || added) changes++;
        return removed || added;
      };
    },
  };
}

function entriesWithSubentries(): Entry[] {
  return [...document.querySelectorAll('.index-entries > li')].flatMap((entry) => {
    const term = entry.querySelector(':scope > .index-line > .index-term');
    const below = [...entry.querySelectorAll(':scope > .index-subentries > li')];
    return term === null || below.length === 0 ? [] : [{ entry, term, below }];
  });
}

/** The sub-entries that begin a page, each with its term. */
function continuing(
  entries: ReadonlyArray<Entry>,
  { pageOf }: Pick<Layout, 'pageOf'>,
): ReadonlyMap<Element, Element> {
  const found = new Map<Element, Element>();
  for (const { entry, term, below } of entries) {
    let page = pageOf(entry);
    for (const item of below) {
      const begins = pageOf(item);
      if (begins > page) found.set(item, term);
      page = begins;
    }
  }
  return found;
}

function removeUnwanted(heads: Map<Element, HTMLElement>, wanted: ReadonlyMap<Element, unknown>): boolean {
  let changed = false;
  for (const [item, head] of heads) {
    if (wanted.has(item)) continue;
    head.remove();
    heads.delete(item);
    changed = true;
  }
  return changed;
}

function addMissing(
  heads: Map<Element, HTMLElement>,
  wanted: ReadonlyMap<Element, Element>,
  headFor: (term: Element) => HTMLElement,
): boolean {
  let changed = false;
  for (const [item, term] of wanted) {
    if (heads.has(item)) continue;
    const head = headFor(term);
    item.before(head);
    heads.set(item, head);
    changed = true;
  }
  return changed;
}

/** It is for the eye: to the ear the list goes on. */
function headOf(term: Element, before: string, after: string): HTMLElement {
  const head = document.createElement('li');
  head.className = 'index-continued';
  head.setAttribute('aria-hidden', 'true');
  const line = document.createElement('p');
  line.className = 'index-line';
  const copy = term.cloneNode(true) as Element;
  copy.removeAttribute('id');
  line.append(before, copy, after);
  head.append(line);
  return head;
}
