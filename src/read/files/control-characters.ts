/** C0 controls apart from tab and line ends, lone surrogates, and the two non-characters XML refuses (XML 1.0, 2.2). */
const forbidden = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Surrogate}/u;

/** The first character no XML document can hold, as `U+0001`, with its offset in code units. */
export function findControlCharacter(
  text: string,
  from = 0,
): { readonly name: string; readonly offset: number } | undefined {
  const search = new RegExp(forbidden.source, 'gu');
  search.lastIndex = from;
  const match = search.exec(text);
  if (match === null) return undefined;
  return { name: `U+${hexadecimal(match[0].charCodeAt(0))}`, offset: match.index };
}

function hexadecimal(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}
