import { letterSpacingOf } from './letter-spacing.ts';
import type { Material } from './line-end.ts';
import type { Paragraph } from './paragraphs.ts';
import type { Piece } from './piece.ts';

/** Width of a space in em where a text has none. */
const usualSpace = 0.25;

/**
 * What the lines of a paragraph are chosen from.
 *
 * @param runt the least length of its last line, in em
 */
export function materialOf(
  { indent, size }: Pick<Paragraph, 'indent' | 'size'>,
  pieces: ReadonlyArray<Piece>,
  runt: number,
): Material {
  const space = (pieces.find((piece) => piece.space > 0)?.space ?? 0) / size || usualSpace;
  return { pieces, indent, runt: runt * size, space, letters: letterSpacingOf(size, space) };
}
