import { UsageError } from '../book/errors.ts';
import { didYouMean } from '../book/nearest.ts';

/**
 * The error for a word that was typed and is none of those known, with the one that is most like it.
 *
 * @param sentence what is wrong, without a full stop
 * @param options `meant`: what other programs mean by the word, as it is typed here
 */
export function unknownWord(
  sentence: string,
  word: string,
  known: ReadonlyArray<string>,
  { meant, ...options }: ErrorOptions & { readonly meant?: string | undefined } = {},
): UsageError {
  const near = meant === undefined ? didYouMean(word, known) : `Did you mean "${meant}"?`;
  return new UsageError(near === undefined ? sentence : `${sentence}. ${near}`, options);
}
