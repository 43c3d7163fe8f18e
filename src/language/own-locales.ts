import { AsyncLocalStorage } from 'node:async_hooks';
import type { Variant } from './language.ts';

/** What an author says of languages, by tag in lower case; what is stated of one stands in the place of what Colophon knows. */
export type OwnLocales = ReadonlyMap<string, Variant>;

/** Of an author who says nothing. */
export const noLocales: OwnLocales = new Map();

/** Of the work at hand: two builds in one program may have others. */
const scope = new AsyncLocalStorage<{ locales: OwnLocales }>();

/**
 * Does some work in which languages are what an author says, and all that is waited for in it; other work that goes
 * on beside sees nothing of it.
 *
 * @param locales from the beginning; {@link useOwnLocales} can state others meanwhile
 */
export function withOwnLocales<Result>(locales: OwnLocales, work: () => Result): Result {
  return scope.run({ locales }, work);
}

/** States what an author says, for the rest of the work that {@link withOwnLocales} does. */
export function useOwnLocales(locales: OwnLocales): void {
  const here = scope.getStore();
  if (here !== undefined) here.locales = locales;
}

/** What the author says whose book is at hand. */
export function ownLocales(): OwnLocales {
  return scope.getStore()?.locales ?? noLocales;
}

/** Whether words are divided otherwise than usual in a language of the book at hand. */
export function hasOwnHyphenation(): boolean {
  return [...ownLocales().values()].some(({ hyphenation }) => hyphenation !== undefined);
}
