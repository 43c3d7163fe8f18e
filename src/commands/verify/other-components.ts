import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const sbomSchema = z.object({
  components: z.array(z.object({ name: z.string(), version: z.string().optional() })).max(10_000),
});

/** How many differences are named. */
const most = 5;

/**
 * In what two bills of materials differ, in words; empty where both name the same, or one cannot be read.
 *
 * @param old path of the one
 * @param next path of the newer one
 */
export async function otherComponents(old: string, next: string): Promise<string[]> {
  const [before, after] = await Promise.all([componentsIn(old), componentsIn(next)]);
  if (before === undefined || after === undefined) return [];
  const names = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  const differing = names.flatMap((name) => {
    const [one, other] = [before.get(name) ?? 'none', after.get(name) ?? 'none'];
    return one === other ? [] : [`${name} ${one}, here ${other}`];
  });
  const more = differing.length - most;
  return more > 0 ? [...differing.slice(0, most), `and ${more} more`] : differing;
}

/** Versions by name: of one that is there more than once, all. */
async function componentsIn(path: string): Promise<ReadonlyMap<string, string> | undefined> {
  try {
    const { components } = sbomSchema.parse(JSON.parse(await readFile(path, 'utf8')));
    const versions = new Map<string, string>();
    for (const { name, version = 'without a version' } of components) {
      const known = versions.get(name);
      versions.set(name, known === undefined ? version : `${known} and ${version}`);
    }
    return versions;
  } catch {
    return undefined;
  }
}
