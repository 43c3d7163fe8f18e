/** What stands in braces behind something, as Pandoc and kramdown read it. */
export interface Attributes {
  readonly id?: string;
  readonly classes: readonly string[];
  /** `key=value`, in the order typed. */
  readonly values: ReadonlyMap<string, string>;
}

const word =
  /(?:#([\p{L}_][\p{L}\p{N}_:.-]*)|\.(-?[\p{L}_][\p{L}\p{N}_:-]*)|(\p{L}[\p{L}\p{N}_:-]*)=(?:"([^"]*)"|'([^']*)'|([^\s"']+)))(?:[\s,]+|$)/uy;

/**
 * The attributes in braces that a text begins with, and how long these are; none where anything else
 * stands between them.
 *
 * @param text as typed: `{width=40% #id .class} and more`
 */
export function attributesAt(text: string): { attributes: Attributes; length: number } | undefined {
  const [braces, inner = ''] = /^\{:?\s*([^{}]*?)\s*\}/.exec(text) ?? [];
  if (braces === undefined || inner === '') return undefined;
  let id: string | undefined;
  const classes: string[] = [];
  const values = new Map<string, string>();
  for (word.lastIndex = 0; word.lastIndex < inner.length;) {
    const match = word.exec(inner);
    if (match === null) return undefined;
    const [, name, kind, key, ...value] = match;
    id ??= name;
    if (kind !== undefined) classes.push(kind);
    if (key !== undefined) values.set(key, value.find((form) => form !== undefined) ?? '');
  }
  return { attributes: { ...(id !== undefined && { id }), classes, values }, length: braces.length };
}
