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
    if (length > large) collectGarbage('last-resort');
  };
  return {
    afterLayout: () => {
      laidOut += length;
      if (laidOut >= most) collect();
    },
    beforePainting: collect,
  };
}

/** How V8 is asked to collect, with `--expose-gc`. */
interface Collection {
  readonly type: 'major';
  readonly execution: 'sync';
  /** `last-resort` gives back what the scripts' own memory keeps for later as well. */
  readonly flavor: 'regular' | 'last-resort';
}

/** Frees what nothing refers to any more, at once. */
export function collectGarbage(flavor: Collection['flavor'] = 'regular'): void {
  const { gc } = globalThis as { gc?: (how: Collection) => void };
  gc?.({ type: 'major', execution: 'sync', flavor });
}
