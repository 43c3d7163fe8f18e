import type { Layout } from '../layout/layout.ts';

/** The least of its line that an entry of the contents is left where they are set closer. */
const closest = 0.86;

/** Contents that are set closer where a few of their lines would take a page of their own. */
export interface CloseContents {
  /** Measures them; the function that is returned changes them. */
  readonly find: (layout: Pick<Layout, 'pageOf'>) => () => void;
  /** Whether they stay as they are. */
  readonly settled: () => boolean;
}

/** The contents of the book in the document. */
export function closeContents(): CloseContents {
  const lists = [...document.querySelectorAll<HTMLElement>('section.toc > ol.contents')].map(closeList);
  let changed = false;
  return {
    find: (layout) => {
      const changes = lists.map((find) => find(layout));
      return () => {
        changed = changes.map((change) => change()).includes(true);
      };
    },
    settled: () => !changed,
  };
}

/** What sets a list closer once, and as it was where that did not help; tells whether it changed anything. */
function closeList(list: HTMLElement): (layout: Pick<Layout, 'pageOf'>) => () => boolean {
  const entries = [...list.querySelectorAll<HTMLElement>('.entry')];
  let pagesBefore: number | undefined;
  let decided = false;
  const header = list.parentElement?.querySelector<HTMLElement>('header.opening');
  const set = (line: string, drop: string): true => {
    list.style.setProperty('--line', line);
    list.style.lineHeight = line;
    if (header) header.style.paddingTop = drop;
    return true;
  };
  return ({ pageOf }) => {
    if (decided || entries.length === 0) return () => false;
    const pages = entries.map((entry) => pageOf(entry));
    const last = pages.at(-1) ?? 0;
    const count = last - (pages[0] ?? 0);
    if (pagesBefore !== undefined) {
      decided = true;
      return count < pagesBefore ? () => false : () => set('', '');
    }
    const heights = entries.map((entry) => entry.getBoundingClientRect().height);
    const whole = heights.reduce((sum, height) => sum + height, 0);
    const spilled = heights.reduce((sum, height, index) => (pages[index] === last ? sum + height : sum), 0);
    // The heading stands higher too.
    const drop = header ? Number.parseFloat(getComputedStyle(header).paddingTop) / 2 : 0;
    const share = (whole - spilled + drop) / whole;
    if (count === 0 || share < closest) {
      decided = true;
      return () => false;
    }
    const line = Number.parseFloat(getComputedStyle(list).lineHeight);
    pagesBefore = count;
    const closer = Math.min(1, Math.max(closest, share - 0.015));
    return () => set(`${Math.floor(100 * line * closer) / 100}px`, `${drop}px`);
  };
}
