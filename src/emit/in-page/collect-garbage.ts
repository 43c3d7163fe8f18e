/** From how many characters on what earlier layouts of a book leave behind is ever worth the time to collect it. */
const large = 1_500_000;

/** How many characters are laid out before it is: they leave some 250 MB. */
const most = 16_000_000;

/**
 * What frees the memory of earlier layouts; to be called once a layout. Chrome does so by itself only when it
 * has nothing to do, and a long book is laid out several times before that: of each layout hundreds of megabytes
 * are left. For a book of usual length nothing is done.
 */
export function garbageCollector(): () => void {
  const { length } = document.body.textContent;
  let laidOut = 0;
  return () => {
    laidOut += length;
    if (length <= large || laidOut < most) return;
    laidOut = 0;
    collectGarbage();
  };
}

/** Frees what nothing refers to any more, at once. */
export function collectGarbage(): void {
  (globalThis as { gc?: () => void }).gc?.();
}
