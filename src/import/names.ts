/** "By", "Article by:", "Von" and "Autor:" before the names of those who wrote a text. */
export const beginsByline =
  /^(?:(?:(?:written|posted|article|text|story|essay|words|report|reporting|analysis|opinion)\s+)?by:?|(?:von|par|por|автор):?|(?:author|autor|autorin|auteur|auteure|autore|autora)s?\s*:)\s+/iu;

/** "By Jane Doe, PhD and John Roe – 3 May 2015" → the two names; "Doe, Jane" is one. */
export function names(byline: string): string[] {
  if (byline.length > longestByline) return [];
  const bare = byline
    .replace(beginsByline, '')
    // What follows the names: the day, an address, a role.
    .replace(/\s*(?:[–—•|@(]|\s-\s|\d).*$/su, '');
  const filed = /^([^,\s]+),\s*((?:\p{Lu}\.\s*)+|\p{Lu}\p{Ll}+)$/u.exec(bare);
  if (filed !== null) return [`${filed[2]?.trim()} ${filed[1]}`];
  const parts = bare.split(/\s*(?:[;,]|\s(?:and|und|et|y|і|и)\s|&)\s*/u).map((name) => name.trim());
  const house = parts.findIndex((part, index) => index > 0 && houses.test(part));
  return parts
    .slice(0, house === -1 ? parts.length : house)
    .filter((name) => name !== '' && !titles.test(name) && name.split(/\s+/).length <= longestName);
}

/** "By Jane Doe, Institute of Salt, Lviv" → "Institute of Salt, Lviv"; undefined where there are several names before it. */
export function affiliationIn(byline: string): string | undefined {
  const parts = byline.split(/\s*,\s*/);
  const house = parts.findIndex((part, index) => index > 0 && houses.test(part));
  return house > 0 && names(byline).length === 1 ? parts.slice(house).join(', ') : undefined;
}

/** What follows a name behind a comma and is none. */
const titles = /^(?:\p{Lu}{2,4}|Ph\.?\s?D\.?|M\.?\s?[AD]\.?|Jr\.?|Sr\.?|Dr\.?|[IVX]+)$/u;

/** What a person belongs to: it and its town are no names of authors. */
const houses =
  /^(?:The\s)?(?:\p{Lu}[\p{L}-]*\s)*(?:Institut\p{L}*|Universi\p{L}*|College|Cent(?:er|re)|Foundation|Academy|School|Council|Department|Faculty)\b/u;

/** In characters. */
const longestByline = 1000;

/** In words. */
const longestName = 6;
