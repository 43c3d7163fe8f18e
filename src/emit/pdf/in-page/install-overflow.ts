import type { PageWindow } from './page-tools.ts';

/** Adds what finds elements wider than the page. Runs in the page. */
export function installOverflow(): void {
  const tools = (window as unknown as PageWindow).colophonTools;
  const { textWidth } = tools.options;
  const blocks = [...document.querySelectorAll<HTMLElement>('[data-block]')];

  /** Whether something turned sideways runs off the page at its head, or over to other pages. */
  const isLong = (element: HTMLElement): boolean => {
    const height = [...element.getClientRects()].reduce((sum, rect) => sum + rect.height, 0);
    const room = element.closest('.sideways')?.clientHeight ?? height;
    return Math.max(height, element.scrollHeight) > room + 1;
  };

  /**
   * Anything wider than the text area makes Chrome lay the whole book out on a wider page and
   * shrink it, without a word: then the text is set back to its width, so that only what
   * really does not fit sticks out. Of nested elements the innermost is to blame. Where tables
   * have just been narrowed the page is still too wide, and will be laid out again.
   */
  tools.overflowing = (narrowed): number[] => {
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
    if (widened && !narrowed && culprits.length === 0)
      throw new Error('something is wider than the text area');
    return culprits.map((element) => Number(element.dataset['block']));
  };
}
