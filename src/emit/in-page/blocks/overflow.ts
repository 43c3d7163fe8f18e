import { heightOf } from './height-of.ts';

/** So much wider than their line are things in it that fill it, by rounding, in CSS pixels. */
const rounding = 1 / 16;

/** Elements that may be found to be wider than the page, in document order; what hangs behind their lines widens no page. */
export function numberedBlocks(): HTMLElement[] {
  const blocks = [...document.querySelectorAll<HTMLElement>('[data-block]')];
  for (const element of blocks) if (hasHanging(element)) element.style.overflowX = 'clip';
  return blocks;
}

/** Whether an element has text of its own with ideographic spaces, which hang behind lines that nobody chooses. */
function hasHanging(element: HTMLElement): boolean {
  return (
    element.tagName === 'DIV' &&
    [...element.childNodes].some(
      ({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && nodeValue?.includes('\u3000') === true,
    )
  );
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
  const isRtl = getComputedStyle(document.documentElement).direction === 'rtl';
  const most = textWidth + 1 + rounding;
  const wide = blocks.filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    // Lines begin at the edge where texts do.
    if ((isRtl ? area.right - left : right - area.left) > most) return true;
    if (element.matches('.sideways, .sideways > *') && isLong(element)) return true;
    return element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1 + hanging(element);
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

/** How far ideographic spaces may hang behind the end of a line, in CSS pixels: they are counted as what does not fit. */
function hanging(element: HTMLElement): number {
  const rows = hasHanging(element) ? (element.textContent.match(/\u3000+/g) ?? []) : [];
  if (rows.length === 0) return 0;
  return Math.max(...rows.map(({ length }) => length)) * parseFloat(getComputedStyle(element).fontSize);
}
