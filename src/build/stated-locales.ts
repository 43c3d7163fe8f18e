import { noLocales, type OwnLocales } from '../language/own-locales.ts';
import type { BuildOptions } from './options.ts';

/**
 * What a caller says of languages.
 *
 * @throws {UsageError} where that is none of what can be said
 */
export async function statedLocales({ locales }: Pick<BuildOptions, 'locales'>): Promise<OwnLocales> {
  if (locales === undefined) return noLocales;
  // What judges it is loaded only then.
  const { localesOf } = await import('../read/locales/read-locales.ts');
  return localesOf(locales);
}
