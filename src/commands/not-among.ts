import { alternatives } from '../book/alternatives.ts';
import { UsageError } from '../book/errors.ts';
import { didYouMean } from '../book/nearest.ts';

/**
 * The error for a value of an option that is none of those there are, with the one that is most like it.
 *
 * @param option such as `--printer`
 */
export function notAmong(option: string, value: string, known: ReadonlyArray<string>): UsageError {
  const near = didYouMean(value, known);
  const sentence = `${option} takes ${alternatives(known)}, not "${value}"`;
  return new UsageError(near === undefined ? sentence : `${sentence}. ${near}`);
}
