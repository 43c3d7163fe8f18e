/** Where the texts come from that a paragraph is divided into. */
export interface TextSupply {
  readonly take: () => Text;
  /** A print begins: the texts there are now are known to it, from now on those it will know are taken first. */
  readonly beginPrint: () => void;
  /** Whether every text taken since is known to the print: others it paints without a tag. */
  readonly allKnown: () => boolean;
  /** How many prints have begun. Of texts taken before the last one did, it knows those that stood in the document then. */
  readonly prints: () => number;
}

/** @param known a text that the print will know; undefined where there is none left */
export function textSupply(known: () => Text | undefined): TextSupply {
  let prints = 0;
  let allKnown = true;
  return {
    take: () => {
      const text = prints > 0 ? known() : undefined;
      if (text === undefined && prints > 0) allKnown = false;
      return text ?? document.createTextNode('');
    },
    beginPrint: () => {
      prints++;
      allKnown = true;
    },
    allKnown: () => allKnown,
    prints: () => prints,
  };
}
