import { smallerDrawing, type SmallerDrawing } from './drawn-code.ts';
import { heightOf } from './height-of.ts';

/**
 * Finds elements too large to be treated like others of their kind. Everything is read before
 * the function that is returned changes anything, and tells whether it did.
 */
export function findOversized(): () => boolean {
  const [page] = document.documentElement.getClientRects();
  const boxes = longBoxes(page?.height ?? Infinity);
  const { lines, drawings } = turnedCode();
  return () => {
    for (const box of boxes) box.classList.add('divisible');
    for (const { line, turns, column } of lines) {
      line.classList.add('turned');
      line.style.setProperty('--turns', `${turns}`);
      if (column !== undefined)
        line.style.setProperty('--hang', `min(${column}ch, calc(0.6 * var(--text-width)))`);
    }
    for (const { pre, fontSize, lineHeight } of drawings) {
      pre.style.fontSize = `${fontSize.toFixed(2)}px`;
      pre.style.lineHeight = `${lineHeight.toFixed(2)}px`;
    }
    return boxes.length + lines.length + drawings.length > 0;
  };
}

/** Boxes that would leave half a page empty if they were moved whole. */
function longBoxes(pageHeight: number): Element[] {
  return [...document.querySelectorAll('.box:not(.divisible)')].filter(
    (box) => heightOf(box) > pageHeight / 2,
  );
}

/** A line of code that goes on in others, and the column where they begin if the first ends with a comment. */
interface TurnedLine {
  readonly line: HTMLElement;
  /** How many lines it goes on in. */
  readonly turns: number;
  readonly column?: number;
}

/** Lines that are not marked as such, or stand in more or fewer lines since; drawings, none of whose lines may be turned. */
function turnedCode(): { readonly lines: TurnedLine[]; readonly drawings: SmallerDrawing[] } {
  const drawings: SmallerDrawing[] = [];
  const found = [...document.querySelectorAll('pre')].flatMap((pre) => {
    const lines = [...pre.querySelectorAll<HTMLElement>('.code-line')];
    const one = lines.length === 0 ? 0 : Number.parseFloat(getComputedStyle(pre).lineHeight);
    const turned = lines.flatMap((line) => {
      const turns = Math.round(heightOf(line) / one) - 1;
      const marked = Number(line.style.getPropertyValue('--turns'));
      return turns >= 1 && turns !== marked ? [{ line, turns, ...(marked === 0 && columnOf(line)) }] : [];
    });
    const drawing = turned.length === 0 ? undefined : smallerDrawing(pre, lines);
    if (drawing === undefined) return turned;
    drawings.push(drawing);
    return [];
  });
  return { lines: found, drawings };
}

/** Where the words of the comment at the end of a line begin, in characters. */
function columnOf(line: HTMLElement): { readonly column?: number } {
  const comment = line.lastElementChild;
  const text = line.textContent ?? '';
  const words = comment?.matches('.hljs-comment') ? (comment.textContent ?? '') : '';
  if (words === '' || !text.trimEnd().endsWith(words.trimEnd())) return {};
  const sign = /^\s*(?:\/\/+|\/\*+|#+|--+|;+|%+|<!--|\*)?\s*/.exec(words)?.[0].length ?? 0;
  return { column: text.lastIndexOf(words.trimEnd()) + sign };
}
