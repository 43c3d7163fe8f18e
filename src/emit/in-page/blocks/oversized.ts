import { heightOf } from './height-of.ts';

/**
 * Finds elements too large to be treated like others of their kind. Everything is read before
 * the function that is returned changes anything.
 */
export function findOversized(): () => void {
  const [page] = document.documentElement.getClientRects();
  const boxes = longBoxes(page?.height ?? Infinity);
  const lines = turnedLines();
  return () => {
    for (const box of boxes) box.classList.add('divisible');
    for (const line of lines) line.classList.add('turned');
  };
}

/** Boxes that would leave half a page empty if they were moved whole. */
function longBoxes(pageHeight: number): Element[] {
  return [...document.querySelectorAll('.box:not(.divisible)')].filter(
    (box) => heightOf(box) > pageHeight / 2,
  );
}

/** Lines of code that go on in a second line. */
function turnedLines(): Element[] {
  return [...document.querySelectorAll('pre')].flatMap((pre) => {
    const lines = [...pre.querySelectorAll('.code-line:not(.turned)')];
    const one = lines.length === 0 ? 0 : Number.parseFloat(getComputedStyle(pre).lineHeight);
    return lines.filter((line) => heightOf(line) > 1.5 * one);
  });
}
