import type { NotesSettings } from '../../book/metadata.ts';

type Signs = NotesSettings['marked']['signs'];

/** The signs in the order of the trade (The Chicago Manual of Style, 14.20), and the Latin letters. */
const series: Readonly<Record<Signs, ReadonlyArray<string>>> = {
  symbols: ['*', '†', '‡', '§', '‖', '¶'],
  letters: Array.from('abcdefghijklmnopqrstuvwxyz'),
};

/**
 * The sign of a marked note: *, †, ‡ and so on, or a, b, c; once all are used up they come doubled,
 * then tripled.
 *
 * @param signs the kind of signs
 * @param index the place of the note in its list, from 0
 */
export function signOf(signs: Signs, index: number): string {
  const known = series[signs];
  const round = Math.floor(index / known.length);
  return (known[index % known.length] ?? '').repeat(round + 1);
}
