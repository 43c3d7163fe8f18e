import type { Element } from 'hast';

/** Whether an element has the class. */
export function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}

/** Gives an element one more class; its list of classes is replaced. */
export function addClass({ properties }: Element, name: string): void {
  const { className } = properties;
  properties['className'] = [...(Array.isArray(className) ? className : []), name];
}
