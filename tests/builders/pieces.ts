import type { Piece } from '../../src/emit/in-page/lines/piece.ts';

/** The pieces of a text whose characters are 10 wide, spaces 5 and hyphens 4; `|` is a place for one. */
export function piecesOf(text: string): { readonly pieces: Piece[]; readonly starts: number[] } {
  const pieces: Piece[] = [];
  const starts: number[] = [];
  let at = 0;
  for (const part of text.split(/(?<=[ |])/)) {
    const letters = part.replace(/[ |]$/, '');
    starts.push(at);
    at += letters.length + (part.endsWith(' ') ? 1 : 0);
    pieces.push({
      text: letters,
      characters: letters.length,
      width: 10 * letters.length,
      space: part.endsWith(' ') ? 5 : 0,
      hyphen: 4,
      end: part.endsWith('|') ? 'hyphen' : 'space',
      isLastResort: false,
    });
  }
  return { pieces, starts };
}
