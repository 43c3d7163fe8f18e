import module from 'node:module';
import { join } from 'node:path';

/** What Node 22.1 and later can do: keep what V8 makes of modules, for the next process that loads them. */
interface Keeper {
  readonly enableCompileCache?: (folder: string) => unknown;
}

/**
 * Lets Node keep the program as V8 has compiled it in the cache folder, where it can and the folder is to
 * be trusted; to be called before what is heavy is loaded.
 *
 * @param node the Node.js that runs
 */
export async function keepCompiled(node: Keeper = module as object): Promise<void> {
  if (node.enableCompileCache === undefined) return;
  const { cacheFolder } = await import('../machine/cache-folder.ts');
  // Who cannot do without the folder says that there is none.
  const cache = await cacheFolder().catch(() => undefined);
  if (cache !== undefined && cache.passing === undefined) {
    node.enableCompileCache(join(cache.path, 'compiled'));
  }
}
