import type { Element } from 'hast';

/** What a property of an element says; nothing where it has none, or none that is text. */
export function propertyOf({ properties }: Element, name: string): string {
  const value = properties[name];
  return typeof value === 'string' ? value : '';
}
