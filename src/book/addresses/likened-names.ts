/** A name of a place without what programs do not all leave in it: case, accents, hyphens and stops. */
const folded = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * A name of a place without what GitHub puts before the ids of an author's HTML, so that they meet none of its own: links
 * to `<a name="map">` are written `#user-content-map` there.
 */
export const withoutPrefix = (name: string): string => name.replace(/^user-content-/, '');

/** The ids of places by what other programs may call them. */
export type LikenedNames = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * What other programs may call places. For the heading "1. Le résumé" GitHub has `1-le-résumé`, Pandoc `le-résumé`, MkDocs
 * `1-le-resume` and kramdown `le-rsum`.
 *
 * @param anchors names of places, as GitHub or the author has them, with their ids in the book
 * @see https://pandoc.org/MANUAL.html#extension-auto_identifiers
 * @see https://kramdown.gettalong.org/converter/html.html#auto-ids
 * @see https://python-markdown.github.io/extensions/toc/
 */
export function likenedNames(anchors: Iterable<readonly [name: string, id: string]>): LikenedNames {
  const ids = new Map<string, Set<string>>();
  for (const [name, id] of anchors) {
    const spellings = [name, name.normalize('NFC').replace(/[^\x20-\x7e]/g, '')].map(folded);
    for (const each of new Set(spellings.flatMap((one) => [one, one.replace(/^\p{N}+/u, '')]))) {
      if (each !== '') ids.set(each, (ids.get(each) ?? new Set()).add(id));
    }
  }
  return ids;
}

/**
 * The id of the place that another program calls so; undefined where it could be several. Of headings with the same words
 * in one file the second is `words-1`, the third `words-2`, with an underscore in MkDocs.
 *
 * @param scope whether the names are those of one file or of all, which have no order
 */
export function idLikened(name: string, names: LikenedNames, scope: 'file' | 'book'): string | undefined {
  const bare = withoutPrefix(name);
  const [, stem = '', number = ''] = /^(.+)[-_]([1-9]\d*)$/.exec(bare) ?? [];
  const ids = [...(names.get(folded(name)) ?? names.get(folded(bare)) ?? [])];
  if (scope === 'book') return ids.length > 1 ? undefined : ids[0];
  return ids[0] ?? [...(names.get(folded(stem)) ?? [])][Number(number)];
}
