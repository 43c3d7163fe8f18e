/** Where the texts come from that a paragraph is divided into. */
export interface TextSupply {
  readonly take: () => Text;
  /** A print begins: the texts there are now are known to it, from now on those it will know are taken first. */
  readonly beginPrint: () => void;
  /** Whether every text taken since is known to the print: others it paints without a tag. */
  readonly allKnown: () => boolean;
}

/** @param known a text that the print will know; undefined where there is none left */
export function textSupply(known: () => Text | undefined): TextSupply {
  let printing = false;
  let allKnown = true;
  return {
    take: () => {
      const text = printing ? known() : undefined;
      if (text === undefined && printing) allKnown = false;
      return text ?? document.createTextNode('');
    },
    beginPrint: () => {
      printing = true;
      allKnown = true;
    },
    allKnown: () => allKnown,
  };
}
