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
  const tries = new Map<number, number>();
  return {
    shrink: (culprits) => {
      const wide = blocks.filter(({ dataset }) => culprits.includes(Number(dataset['block'])));
      const smaller = wide.flatMap((element) => {
        const number = Number(element.dataset['block']);
        const left = tries.get(number) ?? mostTries;
        if (left === 0) return [];
        tries.set(number, left - 1);
        return [{ element, zoom: (Number(element.style.zoom) || 1) * fitOf(element, textWidth) * slack }];
      });
      for (const { element, zoom } of smaller) element.style.zoom = zoom.toFixed(3);
      return smaller.length > 0;
    },
    shrunk: () => [...tries.keys()],
  };
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
