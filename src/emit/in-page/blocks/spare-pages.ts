/**
 * Empty pages behind the last one of the book. Chrome fixes the number of pages before it lets the page
 * measure them: where numbers and empty pages put in need more room than there was, they take it from these.
 * What is left of them is not part of the book.
 */
export interface SparePages {
  /** What the book ends before. */
  readonly element: HTMLElement;
  /**
   * A text for a place that is made during the print: its letters are of no account. Chrome names in the tags
   * of a print only texts that were there when it began. Undefined where there is none left.
   */
  readonly takeText: () => Text | undefined;
  /** Has all pages laid out anew, with what stands in their margins: for a new counter style alone Chrome does not. */
  readonly renew: () => void;
}

/** For so many characters of the book there is one text to be taken: where pages are to be full, lines are set anew. */
const charactersPerText = 400;
const fewestTexts = 200;

/** Puts spare pages behind the book. */
export function sparePages(count: number): SparePages {
  const texts = fewestTexts + Math.ceil(document.body.textContent.length / charactersPerText);
  const element = document.createElement('div');
  element.className = 'spare-pages';
  const store = document.createElement('p');
  store.className = 'kept-whole';
  // What begins a page is painted on the one before as well, outside of its edge. And what fills a line may make
  // the whole book a pixel wider.
  store.style.cssText = 'margin: 0; padding-top: 3em; width: 50%; line-height: 1';
  const spares = Array.from({ length: texts }, () => {
    const holder = document.createElement('span');
    holder.textContent = 'x ';
    store.append(holder);
    return holder;
  });
  element.append(pageOf(store), ...Array.from({ length: count - 1 }, () => pageOf()));
  document.body.append(element);
  return {
    element,
    // One stays behind: by it the store is known in the tags.
    takeText: () => (spares.length > 1 ? textOf(spares.pop()) : undefined),
    renew: () => {
      element.style.paddingBottom = element.style.paddingBottom === '' ? '1px' : '';
    },
  };
}

function pageOf(...content: HTMLElement[]): HTMLElement {
  const page = document.createElement('div');
  page.style.breakBefore = 'page';
  page.append(...content);
  return page;
}

function textOf(holder: HTMLElement | undefined): Text | undefined {
  const text = holder?.firstChild;
  holder?.remove();
  return text instanceof Text ? text : undefined;
}
