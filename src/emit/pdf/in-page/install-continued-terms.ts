import type { PageWindow } from './page-tools.ts';

/**
 * Adds what repeats a term of the index where its sub-entries go on at the head of a page, with the
 * word "continued". Runs in the page.
 */
export function installContinuedTerms(): void {
  const tools = (window as unknown as PageWindow).colophonTools;
  const { continued } = tools.options;
  const [before = '', after = ''] = continued?.split('{term}') ?? [];
  /** A head moves what follows it, and may be moved by that: what will not settle stays as it is. */
  const mostChanges = 4;
  let changes = 0;

  const entries = [...document.querySelectorAll('.index-entries > li')].flatMap((entry) => {
    const term = entry.querySelector(':scope > .index-line > .index-term');
    const below = [...entry.querySelectorAll(':scope > .index-subentries > li')];
    return continued === undefined || term === null || below.length === 0 ? [] : [{ entry, term, below }];
  });
  const heads = new Map<Element, HTMLElement>();

  /** It is for the eye: to the ear the list goes on. */
  const headOf = (term: Element): HTMLElement => {
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
  };

  tools.findContinuedTerms = ({ pageOf }): (() => boolean) => {
    const wanted = new Map<Element, Element>();
    if (changes < mostChanges) {
      for (const { entry, term, below } of entries) {
        let page = pageOf(entry);
        for (const item of below) {
          const begins = pageOf(item);
          if (begins > page) wanted.set(item, term);
          page = begins;
        }
      }
    }
    return () => {
      if (changes >= mostChanges) return false;
      let changed = false;
      for (const [item, head] of heads) {
        if (wanted.has(item)) continue;
        head.remove();
        heads.delete(item);
        changed = true;
      }
      for (const [item, term] of wanted) {
        if (heads.has(item)) continue;
        const head = headOf(term);
        item.before(head);
        heads.set(item, head);
        changed = true;
      }
      if (changed) changes++;
      return changed;
    };
  };
}
