import { heightOf } from './height-of.ts';

/** How often one block is set smaller. */
const mostTries = 6;

/** What is left of the room beside rounding. */
const slack = 0.98;

/** What is taken off where nothing measured says how much. */
const step = 0.85;

/** Sets blocks as small as they must be to fit the page: those that nothing else could be done about. */
export interface BlockShrinker {
  /** Whether there was one to be set smaller, by its `data-block` number. */
  readonly shrink: (culprits: ReadonlyArray<number>) => boolean;
  /** The numbers of all that were. */
  readonly shrunk: () => number[];
}

/**
 * @param blocks all with numbers
 * @param textWidth of the text area in CSS pixels
 */
export function blockShrinker(blocks: ReadonlyArray<HTMLElement>, textWidth: number): BlockShrinker {
  const tries = new Map<HTMLElement, number>();
  const shrunk = new Set<number>();
  return {
    shrink: (culprits) => {
      const wide = new Map<HTMLElement, number>();
      for (const block of blocks) {
        const number = Number(block.dataset['block']);
        if (!culprits.includes(number)) continue;
        const element = wholeOf(block);
        if (!wide.has(element)) wide.set(element, Number(element.dataset['block'] ?? number));
      }
      const smaller = [...wide].flatMap(([element, number]) => {
        const left = tries.get(element) ?? mostTries;
        if (left === 0) return [];
        tries.set(element, left - 1);
        shrunk.add(number);
        return [{ element, zoom: (Number(element.style.zoom) || 1) * fitOf(element, textWidth) * slack }];
      });
      for (const { element, zoom } of smaller) element.style.zoom = zoom.toFixed(3);
      return smaller.length > 0;
    },
    shrunk: () => [...shrunk],
  };
}

/** What is set smaller where a block is too wide: of a table all of it, since its columns hold each other. */
function wholeOf(block: HTMLElement): HTMLElement {
  let whole = block;
  for (
    let table = block.closest('table');
    table !== null;
    table = table.parentElement?.closest('table') ?? null
  )
    whole = table;
  return whole;
}

function fitOf(element: HTMLElement, textWidth: number): number {
  const sideways = element.closest<HTMLElement>('.sideways');
  const inside = element.clientWidth > 0 ? element.clientWidth / element.scrollWidth : 1;
  const room = Math.min(element.parentElement?.clientWidth ?? textWidth, textWidth);
  const { width } = element.getBoundingClientRect();
  const along =
    sideways === null ? 1 : sideways.clientHeight / Math.max(heightOf(element), element.scrollHeight, 1);
  const fit = Math.min(inside, width > 0 && room > 0 ? room / width : 1, along);
  return fit < 1 / slack ? Math.min(fit, step) : step;
}
