import { mayEndLine } from './line-ends.ts';

/** A place in a text. */
export interface TextPlace {
  readonly node: Text;
  readonly at: number;
}

/** Finds places in the lines of blocks, as they are laid out now. */
export class TextPlaces {
  /** What is measured with: every change of the document is told to each range there is. */
  readonly range = document.createRange();

  /** The first character of a block that stands below a height; undefined where there is none. */
  firstBelow(block: HTMLElement, y: number): TextPlace | undefined {
    for (const node of textsOf(block)) {
      if (this.#bottomOf(node) <= y) continue;
      let low = 0;
      let high = node.data.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.#middleOf(node, middle) > y) high = middle;
        else low = middle + 1;
      }
      if (this.#middleOf(node, low) > y) return { node, at: low };
    }
    return undefined;
  }

  /**
   * A place inside a line, behind a space, between ideographs or between words of a script without spaces, where a
   * float does not change how lines end.
   */
  insideLine(block: HTMLElement, top: number, bottom: number): TextPlace | undefined {
    const texts = textsOf(block).filter((node) => !node.parentElement?.closest('sup, sub, rt'));
    const isInside = (node: Text, at: number): boolean => {
      const middle = this.#middleOf(node, at);
      return middle > top && middle < bottom;
    };
    for (const node of texts.toReversed()) {
      if (this.#topOf(node) > bottom || this.#bottomOf(node) < top) continue;
      for (let at = this.#lastInLine(node, bottom); at > 0; at--) {
        if (!isInside(node, at)) {
          if (this.#middleOf(node, at) < top) break;
          continue;
        }
        if (mayEndLine(node.data, at) && isInside(node, at - 1)) return { node, at };
      }
    }
    return undefined;
  }

  /** The last character of a text that is above a height. */
  #lastInLine(node: Text, bottom: number): number {
    let low = 0;
    let high = node.data.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#middleOf(node, middle) > bottom) high = middle - 1;
      else low = middle;
    }
    return low;
  }

  /** White space at the end of a line has no height: then that of what is before it counts. */
  #middleOf(node: Text, at: number): number {
    for (let index = at; index >= 0; index--) {
      this.range.setStart(node, index);
      this.range.setEnd(node, index + 1);
      const rect = [...this.range.getClientRects()].at(-1);
      if (rect !== undefined) return (rect.top + rect.bottom) / 2;
    }
    return -Infinity;
  }

  #topOf(node: Text): number {
    this.range.selectNodeContents(node);
    return this.range.getClientRects()[0]?.top ?? Infinity;
  }

  #bottomOf(node: Text): number {
    this.range.selectNodeContents(node);
    return [...this.range.getClientRects()].at(-1)?.bottom ?? -Infinity;
  }
}

/** The texts of a block that hold anything, in order. */
export function textsOf(block: HTMLElement): Text[] {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (node instanceof Text && node.data !== '') texts.push(node);
  return texts;
}
