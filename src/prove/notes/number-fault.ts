import { numberText, without } from './letters.ts';

/**
 * How a shown number differs from the one given, as the end of a sentence; undefined where they agree.
 *
 * @param missing characters no font has
 */
export function numberFault(
  shown: string,
  given: string | undefined,
  missing: ReadonlySet<string> = new Set(),
): string | undefined {
  const wanted = without(numberText(given ?? ''), missing);
  const found = without(numberText(shown), missing);
  if (given !== undefined && found === wanted) return undefined;
  if (given === undefined) return 'got no number';
  return found === '' ? `has no number instead of ${given}` : `has the number ${found} instead of ${given}`;
}
