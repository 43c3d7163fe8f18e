import { x } from 'xastscript';

export type Property = ReturnType<typeof x>;
type Text = string | undefined;

/** A simple property; nothing for an empty value. */
export function property(name: string, value: Text): Property[] {
  return isEmpty(value) ? [] : [x(name, value)];
}

/** A property whose value is an address (ISO 16684-1, 7.5). */
export function resource(name: string, url: Text): Property[] {
  return isEmpty(url) ? [] : [x(name, { 'rdf:resource': url })];
}

/** An ordered array; nothing where no value is left. */
export function sequence(name: string, values: ReadonlyArray<Text>): Property[] {
  return array(name, 'rdf:Seq', values);
}

/** An unordered array; nothing where no value is left. */
export function bag(name: string, values: ReadonlyArray<Text>): Property[] {
  return array(name, 'rdf:Bag', values);
}

/**
 * A language alternative: the text by default and, where a language is given, once more as
 * the one in that language (ISO 16684-1, 8.2.2.4).
 *
 * @param name the property
 * @param text what it says; nothing for an empty one
 * @param language BCP 47
 */
export function alternatives(name: string, text: Text, language?: string): Property[] {
  if (isEmpty(text)) return [];
  const languages = language === undefined ? ['x-default'] : ['x-default', language];
  const items = languages.map((tag) => x('rdf:li', { 'xml:lang': tag }, text));
  return [x(name, [x('rdf:Alt', items)])];
}

function array(name: string, kind: 'rdf:Seq' | 'rdf:Bag', values: ReadonlyArray<Text>): Property[] {
  const items = values.flatMap((value) => (isEmpty(value) ? [] : [x('rdf:li', value)]));
  return items.length === 0 ? [] : [x(name, [x(kind, items)])];
}

function isEmpty(value: Text): value is undefined {
  return value === undefined || value.trim() === '';
}
