import { heightOf } from './height-of.ts';

/** Elements that may be found to be wider than the page, in document order. */
export function numberedBlocks(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-block]')];
}

/**
 * The `data-block` numbers of elements wider than the page.
 *
 * Anything wider than the text area makes Chrome lay the whole book out on a wider page and
 * shrink it, without a word: then the text is set back to its width, so that only what
 * really does not fit sticks out. Of nested elements the innermost is to blame. What has been mended
 * since the print began, as tables that were narrowed, leaves the page too wide with nothing to blame: it
 * will be laid out again.
 *
 * @param textWidth of the text area in CSS pixels
 */
export function overflowing(
  blocks: ReadonlyArray<HTMLElement>,
  textWidth: number,
): { readonly culprits: number[]; readonly widened: boolean } {
  const area = document.documentElement.getBoundingClientRect();
  const widened = area.width > textWidth + 1;
  if (widened) document.body.style.width = `${textWidth}px`;
  const edge = area.left + textWidth + 1;
  const wide = blocks.filter((element) => {
    if (element.getBoundingClientRect().right > edge) return true;
    if (element.matches('.sideways, .sideways > *') && isLong(element)) return true;
    return element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1;
  });
  // They are in document order: whatever an element contains comes right after it.
  const culprits = wide.filter((element, index) => !element.contains(wide[index + 1] ?? null));
  return { culprits: culprits.map((element) => Number(element.dataset['block'])), widened };
}

/** Whether something turned sideways runs off the page at its head, or over to other pages. */
function isLong(element: HTMLElement): boolean {
  const height = heightOf(element);
  const room = element.closest('.sideways')?.clientHeight ?? height;
  return Math.max(height, element.scrollHeight) > room + 1;
}
