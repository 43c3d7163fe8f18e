/** How small the type of a drawing may become, beside what it would be. */
const least = 0.6;

/** What is left of the room beside rounding. */
const slack = 0.99;

/** Lines and blocks of Unicode, or a corner of the kind that is typed, which a turned line would tear. */
const drawn = /[\u2500-\u259F]|\+[-=]{2,}\+/;

/** A block of code in smaller type. */
export interface SmallerDrawing {
  readonly pre: HTMLElement;
  /** In CSS pixels. */
  readonly fontSize: number;
  readonly lineHeight: number;
}

/** Those that were set smaller, or could not be. */
const seen = new WeakSet<Element>();

/**
 * How small code that is drawn with characters must be so that none of its lines goes on in another; nothing where it
 * is no drawing, where it fits, or where its type would be too small.
 *
 * @param lines those of the block, of which at least one goes on in another
 */
export function smallerDrawing(
  pre: HTMLElement,
  lines: ReadonlyArray<HTMLElement>,
): SmallerDrawing | undefined {
  if (seen.has(pre) || !drawn.test(pre.textContent ?? '')) return undefined;
  seen.add(pre);
  const style = getComputedStyle(pre);
  const fontSize = Number.parseFloat(style.fontSize);
  const number = pre.classList.contains('numbered') ? 3 * fontSize : 0;
  const room = Math.min(...lines.map(({ clientWidth }) => clientWidth)) - number;
  const scale = (room * slack) / Math.max(...lines.map(lengthOf));
  if (scale >= 1 || scale < least) return undefined;
  return { pre, fontSize: fontSize * scale, lineHeight: Number.parseFloat(style.lineHeight) * scale };
}

/** How long a line is that may go on in others, in CSS pixels. */
function lengthOf(line: HTMLElement): number {
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let length = 0;
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    range.selectNodeContents(text);
    for (const { width } of range.getClientRects()) length += width;
  }
  return length;
}
