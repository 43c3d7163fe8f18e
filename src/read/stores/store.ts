import { readdir, readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Store } from '../../book/store.ts';
import { storeSchema } from './store-schema.ts';

const folder = new URL('templates/stores/', import.meta.resolve('colophon/package.json'));

/** What every store asks for, by which an EPUB is judged whose stores are not named. */
export const anyStore = 'generic';

/** The names `epub.store` accepts, in alphabetical order. */
export async function storeNames(): Promise<string[]> {
  return (await readdir(folder))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .toSorted();
}

/**
 * Stores of `templates/stores/<name>.yaml`, checked.
 *
 * @param names some of {@link storeNames}
 */
export function readStores(names: ReadonlyArray<string>): Promise<Store[]> {
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(`${name}.yaml`, folder), 'utf8');
      return { name, ...storeSchema.parse(parse(text)) };
    }),
  );
}
