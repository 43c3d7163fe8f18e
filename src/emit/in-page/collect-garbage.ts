/** From how many characters on what earlier layouts of a book leave behind is ever worth the time to collect it. */
const large = 1_500_000;

/** How many characters are laid out before it is: they leave some 250 MB. */
const most = 16_000_000;

/** What frees the memory of earlier layouts. */
export interface GarbageCollector {
  /** To be called once a layout: frees it where much has gathered. */
  readonly afterLayout: () => void;
  /** Frees it, since painting takes more than all else. */
  readonly beforePainting: () => void;
}

/**
 * The collector for the document. Chrome frees by itself only when it has nothing to do, and a long book is laid
 * out several times before that: of each layout hundreds of megabytes are left. For a book of usual length
 * nothing is done.
 */
export function garbageCollector(): GarbageCollector {
  const { length } = document.body.textContent;
  let laidOut = 0;
  const collect = (): void => {
    laidOut = 0;
    if (length > large) collectGarbage();
  };
  return {
    afterLayout: () => {
      laidOut += length;
      if (laidOut >= most) collect();
    },
    beforePainting: collect,
  };
}

/** Frees what nothing refers to any more, at once. */
export function collectGarbage(): void {
  (globalThis as { gc?: () => void }).gc?.();
}
