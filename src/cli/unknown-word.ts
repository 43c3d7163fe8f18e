import { UsageError } from '../book/errors.ts';
import { didYouMean } from '../book/nearest.ts';

/**
 * The error for a word that was typed and is none of those known, with the one that is most like it.
 *
 * @param sentence what is wrong, without a full stop
 */
export function unknownWord(
  sentence: string,
  word: string,
  known: ReadonlyArray<string>,
  options?: ErrorOptions,
): UsageError {
  const near = didYouMean(word, known);
  return new UsageError(near === undefined ? sentence : `${sentence}. ${near}`, options);
}
