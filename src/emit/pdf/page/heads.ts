/** How far running heads and folios stand from the edges of the trimmed page, in PDF points. */
export interface Heads {
  /** Running heads and the folios beside them, from the upper edge. */
  readonly top: number;
  /** Folios at the foot of openings, from the lower edge. */
  readonly bottom: number;
}

/** Height of a line of a head, and what stays white between it and the text, by the size of the type. */
const headHeight = 1.2;
const headGap = 0.3;

/**
 * The place of heads and folios: in the middle of the margin, or nearer to the text where the
 * printer keeps more of the edge free, as long as they do not touch the text.
 *
 * @param margins upper and lower margin of the text
 * @param fontSize size of the type, which is that of folios
 * @param edge what the printer keeps free along the edges, in points
 */
export function headsOf(
  margins: { readonly top: number; readonly bottom: number },
  fontSize: number,
  edge: number,
): Heads {
  const height = headHeight * fontSize;
  const distance = (margin: number): number => {
    const middle = Math.max(0, (margin - height) / 2);
    return Math.max(middle, Math.min(edge, margin - height - headGap * fontSize));
  };
  return { top: distance(margins.top), bottom: distance(margins.bottom) };
}

/**
 * What a margin box is padded with at the edge of the sheet, so that its content, which Chrome sets
 * in the middle of what is left, comes to stand where it should.
 *
 * @param distance from the edge of the trimmed page
 * @param margin of the text, from the same edge
 * @param beyond how far the sheet extends over it
 */
export function headPadding(distance: number, margin: number, fontSize: number, beyond: number): number {
  const middle = distance + (headHeight * fontSize) / 2;
  return Math.max(0, 2 * middle - margin + beyond);
}
