/**
 * A language tag in canonical form (BCP 47, RFC 5646); undefined for what is none.
 *
 * @param text the tag as written
 */
export function canonicalTag(text: string): string | undefined {
  // Registered languages have two or three letters; longer words are names such as "english".
  if (!/^[a-z]{2,3}(?:-|$)/i.test(text)) return undefined;
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
}

/**
 * The language of a tag without script, region and variants, in lower case: `pt` of `pt-BR`.
 *
 * @param tag BCP 47
 */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split('-', 1)[0] ?? '';
}

/**
 * The script a language is written in (ISO 15924), that of its tag or else the usual one (CLDR, likely
 * subtags): `Cyrl` of `uk`; undefined for a language nobody has told CLDR about.
 *
 * @param tag BCP 47
 */
export function scriptOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).maximize().script;
  } catch {
    return undefined;
  }
}

/**
 * The tag and its ever shorter forms, in lower case: `de-ch-1996`, `de-ch`, `de` (RFC 4647, section 3.4).
 *
 * @param tag BCP 47; what cannot be one has none
 */
export function shortenedTags(tag: string): string[] {
  const subtags = tag.toLowerCase().split('-');
  if (!subtags.every((subtag) => /^[a-z0-9]{1,8}$/.test(subtag))) return [];
  return subtags.map((_, index) => subtags.slice(0, subtags.length - index).join('-'));
}
