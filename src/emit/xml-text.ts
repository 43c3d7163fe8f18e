import { toXml } from 'xast-util-to-xml';

/** Everything but the Char production of XML 1.0 (fifth edition), 2.2. */
const illegal = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** The text without the characters an XML document cannot hold, not even escaped. */
export function xmlText(value: string): string {
  return value.replaceAll(illegal, '');
}

/**
 * A tree as XML. The library leaves `]]>` in texts as it is, which ends a section that never began
 * (XML 1.0, 2.4).
 */
export function xmlOf(tree: Parameters<typeof toXml>[0]): string {
  return xmlText(toXml(tree)).replaceAll(']]>', ']]&gt;');
}

/**
 * The same data with {@link xmlText} applied to every string in it.
 *
 * @param data plain data: strings, numbers, arrays and records
 */
export function xmlData<Data>(data: Data): Data {
  return cleaned(data) as Data;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return xmlText(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleaned(inner)]));
}
