import { leastText } from '../../../book/lengths.ts';
import type { PrintSettings } from '../../../book/metadata.ts';
import { innerMargin } from '../../../book/printer.ts';

/** Distances of the text from the edges of the trimmed page, in PDF points. */
export interface Margins {
  readonly top: number;
  readonly bottom: number;
  readonly inside: number;
  readonly outside: number;
}

/** Two opposite margins: those the book states. */
type Stated = readonly [number | undefined, number | undefined];

/**
 * The margins of a page: those the book states, the others in the old proportions
 * (inside < top < outside < bottom), wider where lines would be too long to read well; the inside
 * one as wide as the binding asks for. What a whole number of lines leaves over goes to the
 * foot, unless the foot alone is stated.
 *
 * @param print what the book states
 * @param type size of the type, distance and greatest length of the lines, in points
 * @param pages how many pages are to be bound
 * @param sides the part of the width that the usual side margins are taken from
 */
export function marginsOf(
  print: PrintSettings,
  type: { readonly fontSize: number; readonly lineHeight: number; readonly longestLine: number },
  pages: number,
  sides: number,
): Margins {
  const { width, height } = print.trim;
  const { inside, outside, top, bottom } = print.margins ?? {};
  const [head, foot] = facing(height, [top, bottom], [height * 0.105, height * 0.115]);
  const lines = Math.floor((height - head - foot) / type.lineHeight + 1e-6);
  const spare = height - head - foot - lines * type.lineHeight;
  const above = top === undefined && bottom !== undefined ? spare : 0;
  const usual = [sides * 0.125, sides * 0.15] as const;
  const [inner, outer] = acrossText(width, [inside, outside], usual, type.longestLine);
  const bound = withGutter(inner, print, pages);
  return {
    top: head + above,
    bottom: foot + spare - above,
    inside: Math.max(inner, Math.min(bound, width - outer - leastText)),
    outside: outer,
  };
}

/** Those stated, or the usual ones as far as they leave room for text. */
function facing(length: number, stated: Stated, usual: readonly [number, number]): [number, number] {
  const margin = (index: 0 | 1, other: 0 | 1): number =>
    stated[index] ??
    Math.max(0, Math.min(usual[index], length - (stated[other] ?? usual[other]) - leastText));
  return [margin(0, 1), margin(1, 0)];
}

/** The sides: those not stated take what would make lines too long. */
function acrossText(
  width: number,
  stated: Stated,
  usual: readonly [number, number],
  longest: number,
): [number, number] {
  const [inside, outside] = facing(width, stated, usual);
  const spare = Math.max(0, width - inside - outside - longest);
  const [toInside, toOutside] = sharesOf(stated);
  return [inside + spare * toInside, outside + spare * toOutside];
}

function sharesOf([inside, outside]: Stated): [number, number] {
  if (inside !== undefined) return outside === undefined ? [0, 1] : [0, 0];
  return outside === undefined ? [0.4, 0.6] : [1, 0];
}

function withGutter(inside: number, { gutter = 'auto', binding = [] }: PrintSettings, pages: number): number {
  if (gutter === 'none') return inside;
  return gutter === 'auto' ? Math.max(inside, innerMargin(binding, pages)) : inside + gutter;
}
