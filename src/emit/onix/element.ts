import { x } from 'xastscript';

export type Element = ReturnType<typeof x>;

/** What may stand in an element: nested lists, with gaps where the book says nothing. */
export type Content = Element | undefined | ReadonlyArray<Content>;

/** An element around others, in the order given. */
export function composite(name: string, ...content: Content[]): Element {
  return x(name, flatten(content));
}

/** As {@link composite}, or nothing where nothing is left to stand in it. */
export function optional(name: string, ...content: Content[]): Element | undefined {
  const elements = flatten(content);
  return elements.length === 0 ? undefined : x(name, elements);
}

/**
 * An element with text, free of space around it; nothing for an empty text, as ONIX allows no
 * empty element.
 */
export function field(
  name: string,
  value: string | number | undefined,
  attributes: Readonly<Record<string, string>> = {},
): Element | undefined {
  const text = String(value ?? '').trim();
  return text === '' ? undefined : x(name, attributes, text);
}

/** An element that says all by being there. */
export function flag(name: string): Element {
  return x(name);
}

function flatten(content: ReadonlyArray<Content>): Element[] {
  return content.flatMap((item) => {
    if (item === undefined) return [];
    return isList(item) ? flatten(item) : [item];
  });
}

function isList(content: Element | ReadonlyArray<Content>): content is ReadonlyArray<Content> {
  return Array.isArray(content);
}
