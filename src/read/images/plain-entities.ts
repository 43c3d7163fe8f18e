import { dictionary } from '../../book/dictionary.ts';

/** A comment; a name with its value, which holds no markup and no other entity, and so cannot multiply. */
const comment = '<!--(?:(?!-->)[^])*-->';
const value = `"[^"<>&%]*"|'[^'<>&%]*'`;
const entity = `<!ENTITY\\s+[A-Za-z_][\\w.:-]*\\s+(?:${value})\\s*>`;

/**
 * `<!DOCTYPE svg PUBLIC "…" "…" [ <!ENTITY name "value"> … ]>` after nothing but comments: it may name a DTD, and
 * declares nothing but plain values, in which Adobe Illustrator keeps addresses of namespaces.
 */
const declaration = new RegExp(
  `<!DOCTYPE\\s+svg\\b[^>[]*(?:\\[((?:\\s|${comment}|${entity}){0,20000})\\]\\s*)?>`,
  'y',
);

/** What may stand before it, one thing after the other: all at once would be looked through again from each place. */
const before = /\s+|<\?xml[^>]*\?>|<!--[^]*?-->/y;

function declarationIn(source: string): RegExpExecArray | null {
  before.lastIndex = source.startsWith('\uFEFF') ? 1 : 0;
  for (let at = before.lastIndex; ; at = before.lastIndex) {
    if (before.test(source)) continue;
    declaration.lastIndex = at;
    return declaration.exec(source);
  }
}

/** What may hold an ampersand that is none, and references to entities. */
const references = new RegExp(
  `<!--[^]*?(?:-->|$)|<!\\[CDATA\\[[^]*?(?:\\]\\]>|$)|&([A-Za-z_][\\w.:-]*);`,
  'g',
);

const escaped = dictionary<string>({ '"': '&quot;', "'": '&apos;' });

/** What XML itself knows keeps its meaning. */
const predefined: ReadonlySet<string> = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/**
 * A drawing without the document type that drawing programs write, its lines where they were; plain entities that are
 * declared there are written out. Any other declaration is left as it is.
 *
 * @param source the document, decoded
 * @param longest the most characters that it may come to
 * @returns undefined where it would be longer
 */
export function withoutDocumentType(source: string, longest: number): string | undefined {
  const found = declarationIn(source);
  if (found === null) return source;
  const [whole, subset] = found;
  const rest = source.slice(found.index + whole.length);
  const blank = whole.replaceAll(subset === undefined ? /[^]/g : /[^\r\n]/g, ' ');
  const head = source.slice(0, found.index) + blank;
  const values = valuesIn(subset ?? '');
  if (values.size === 0) return head + rest;
  let { length } = source;
  const written = (reference: string, name: string | undefined): string =>
    (name === undefined ? undefined : values.get(name)) ?? reference;
  for (const [reference, name] of rest.matchAll(references))
    length += written(reference, name).length - reference.length;
  return length > longest ? undefined : head + rest.replaceAll(references, written);
}

/** The first value that is declared for each name counts (XML 1.0, 4.2). */
function valuesIn(subset: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const declared = new RegExp(`${comment}|<!ENTITY\\s+([^\\s]+)\\s+(${value})`, 'g');
  for (const [, name, quoted = ''] of subset.matchAll(declared)) {
    if (name === undefined || predefined.has(name) || values.has(name)) continue;
    values.set(
      name,
      quoted.slice(1, -1).replaceAll(/["']/g, (mark) => escaped[mark] ?? mark),
    );
  }
  return values;
}
