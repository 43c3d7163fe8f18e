import type { Layout } from './layout/layout.ts';

/** The page numbers in the text: of cross-references, contents and lists. */
export interface PageNumbers {
  /** Finds those that are others now; the function returned writes them, and tells whether there were any. */
  readonly find: (layout: Pick<Layout, 'labels' | 'pageOf'>) => () => boolean;
}

/**
 * A number may move its own target: "99" leaves it on page 100, "100" brings it back to 99, for
 * ever. So numbers that still change after some rounds never take less room than they once had:
 * as room only grows, the pages come to rest.
 */
const patience = 5;

/**
 * The page numbers of the document, which are still to be written. Each has a text from the beginning: Chrome
 * names in the tags of a print only texts that were there when it began.
 *
 * @param elsewhere what pages are called that the document does not have, by the id of what stands there
 */
export function pageNumbers(elsewhere: Readonly<Record<string, string>> = {}): PageNumbers {
  const places = [...document.querySelectorAll<HTMLElement>('[data-page-of]')];
  const targets = places.map((place) => document.getElementById(place.dataset['pageOf'] ?? ''));
  const texts = places.map(textOf);
  let rounds = 0;
  return {
    find: ({ labels, pageOf }) => {
      const changes = places.flatMap((place, index) => {
        const target = targets[index];
        const number = target
          ? (labels[pageOf(target)] ?? '')
          : (elsewhere[place.dataset['pageOf'] ?? ''] ?? '');
        const text = texts[index];
        return text === undefined || text.data === number ? [] : [{ place, text, number }];
      });
      if (changes.length === 0) return () => false;
      rounds++;
      const keepRoom = rounds > patience ? roomKeeper(changes.map(({ place }) => place)) : () => undefined;
      return () => {
        keepRoom();
        for (const { text, number } of changes) text.data = number;
        return true;
      };
    },
  };
}

function textOf(place: HTMLElement): Text {
  const text = document.createTextNode('0');
  place.replaceChildren(text);
  return text;
}

/** Measures the room that numbers take; the function returned has them take no less. */
function roomKeeper(places: ReadonlyArray<HTMLElement>): () => void {
  // In contents the element is as wide as the line leaves it, with the leader.
  const range = document.createRange();
  const widths = places.map((place) => {
    range.selectNodeContents(place);
    return range.getBoundingClientRect().width;
  });
  return () =>
    places.forEach(({ style }, index) => {
      style.display = 'inline-block';
      style.textIndent = '0';
      style.minWidth = `${widths[index]}px`;
    });
}
