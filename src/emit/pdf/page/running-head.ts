import type { Geometry } from './geometry.ts';

/**
 * A title as a running head: one that would not fit on a line beside the folio is cut at a
 * word and ends in an ellipsis. Soft hyphens are taken out.
 */
export function runningHead(given: string, geometry: Geometry): string {
  const title = given.replaceAll('\u00AD', '');
  const room = headRoom(geometry);
  if (Array.from(title).length <= room) return title;
  const cut = Array.from(title).slice(0, room).join('');
  const word = cut.lastIndexOf(' ');
  return `${(word > room / 2 ? cut.slice(0, word) : cut).replace(/[\s,;:.–—-]+$/u, '')}…`;
}

/** The longest running head that fits on a line beside the folio, in characters. */
export function headRoom({ trim, margins, fontSize }: Geometry): number {
  // Less than half an em a character, whatever the face, and room for the folio on either side.
  return Math.floor((trim.width - margins.inside - margins.outside) / (fontSize * 0.48)) - 10;
}
