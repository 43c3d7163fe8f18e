import { LetterCounts } from './letter-counts.ts';
import type { Stretch } from './stretch.ts';

const scattered =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}]/u;

/**
 * Takes out of the losses passages whose letters are all there in runs that no other passage has, where runs can be
 * told apart by no rule: where both directions and numbers meet on a line, and where readings stand above words, which
 * leaves runs of a letter or two between them.
 */
export function countScattered(
  losses: Map<number, unknown>,
  wanted: ReadonlyArray<{ readonly letters: string }>,
  stretch: Stretch,
): void {
  const indices = [...losses.keys()].filter((index) => scattered.test(wanted[index]!.letters));
  if (indices.length === 0) return;
  const left = new LetterCounts(stretch.free(0, stretch.text.length).map((run) => stretch.runs[run]!));
  for (const index of indices) if (left.take(wanted[index]!.letters)) losses.delete(index);
}
