/** From how many characters on what earlier layouts of a book leave behind is worth the time to collect it. */
const large = 1_500_000;

/**
 * What frees the memory of earlier layouts. Chrome does so by itself only when it has nothing to do,
 * and a long book is laid out several times before that: of each layout hundreds of megabytes are left.
 * For a book of usual length nothing is done.
 */
export function garbageCollector(): () => void {
  const isLarge = (document.body.textContent ?? '').length > large;
  return () => {
    if (isLarge) (globalThis as { gc?: () => void }).gc?.();
  };
}
