import type { Citations } from '../../book/citations.ts';

/** Stands before keys that the processor cannot have. */
const sign = '\uE0F7';

/**
 * What the processor calls a work. It keeps works in plain objects, where a key such as `constructor` finds what no
 * one has put there.
 */
export function idOf(key: string): string {
  return key in Object.prototype ? sign + key : key;
}

/** The key of a work by what the processor calls it. */
export function keyOf(id: string): string {
  return id.startsWith(sign) ? id.slice(sign.length) : id;
}

/** The data of a work as the processor may have them, which changes what it is given. */
export function itemBy(id: string, works: Citations['works']) {
  const item = works.get(keyOf(id))?.item;
  return item === undefined ? undefined : { ...structuredClone(item), id };
}
