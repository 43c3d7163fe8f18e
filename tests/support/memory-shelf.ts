import type { Shelf } from '../../src/book/shelf.ts';

/** A shelf in memory, and how often something was found on it and left there. */
export function memoryShelf(): Shelf & { readonly count: { found: number; filled: number } } {
  const entries = new Map<string, Uint8Array>();
  const count = { found: 0, filled: 0 };
  return {
    count,
    slot: (key) => {
      const name = key.map((part) => Buffer.from(part).toString('base64')).join(' ');
      const bytes = entries.get(name);
      if (bytes !== undefined) count.found += 1;
      return {
        bytes,
        fill: (pack) => {
          count.filled += 1;
          entries.set(name, pack());
        },
      };
    },
  };
}
