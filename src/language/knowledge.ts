import { readFileSync } from 'node:fs';
import { fallback } from './fallback.ts';
import type { Language, Spaces, Variant } from './language.ts';
import { ownLocales } from './own-locales.ts';
import { primaryLanguage, shortenedTags } from './tag.ts';

const folder = new URL('templates/languages/', import.meta.resolve('colophon/package.json'));

/** What has been read, by primary language: only the languages in use are. */
const read = new Map<string, Language | undefined>();

/**
 * The data of a language; undefined where it has no file.
 *
 * @param primary the language without region and script: `de`
 */
export function languageData(primary: string): Language | undefined {
  if (!read.has(primary)) read.set(primary, readLanguage(primary));
  return read.get(primary);
}

/**
 * What the author of the book at hand or else the data say of a tag and no shorter one; null or undefined where they
 * say nothing.
 *
 * @param tag BCP 47, in lower case
 */
export function statedFor<Field extends keyof Variant>(
  tag: string,
  field: Field,
): Language[Field] | undefined {
  const own: Language[Field] | undefined = ownLocales().get(tag)?.[field];
  if (own !== undefined) return own;
  const primary = primaryLanguage(tag);
  const data = languageData(primary);
  if (tag === primary) return data?.[field];
  const variants = Object.entries(data?.variants ?? {});
  return variants.find(([key]) => key.toLowerCase() === tag)?.[1][field];
}

/**
 * What is known of a language: of its exact tag, else of ever shorter ones, else what stands in for
 * a gap.
 *
 * @param language BCP 47
 */
export function knowledgeOf<Field extends keyof typeof fallback>(
  language: string,
  field: Field,
): NonNullable<Language[Field]> {
  for (const tag of shortenedTags(language)) {
    const stated = statedFor(tag, field);
    if (stated !== undefined && stated !== null) return stated;
  }
  return fallback[field];
}

/**
 * The spaces of a language: what its exact tag says of them, and for the rest what ever shorter ones do.
 *
 * @param language BCP 47
 */
export function spacesOf(language: string): Spaces {
  const stated = shortenedTags(language).map((tag) => statedFor(tag, 'spaces') ?? {});
  return Object.assign({}, ...stated.toReversed()) as Spaces;
}

function readLanguage(primary: string): Language | undefined {
  if (!/^[a-z]{2,3}$/.test(primary)) return undefined;
  try {
    return JSON.parse(readFileSync(new URL(`${primary}.json`, folder), 'utf8')) as Language;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
