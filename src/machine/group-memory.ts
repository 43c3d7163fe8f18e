import { readdirSync, readFileSync } from 'node:fs';

/**
 * How much memory the processes of a group have to themselves, all together.
 *
 * @param leader the id of the process that leads the group
 * @returns bytes; undefined where the system does not tell, as Linux alone does
 */
export function groupMemory(leader: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && groupOf(name) === leader);
  return ids.reduce((sum, id) => sum + ownMemory(id), 0);
}

/** Behind the name, which may hold anything, come state, parent and group: proc(5), field 5. */
function groupOf(id: string): number | undefined {
  const stat = fileOf(id, 'stat');
  const group = stat?.slice(stat.lastIndexOf(')') + 2).split(' ', 3)[2];
  return group === undefined ? undefined : Number(group);
}

/** What is shared with others, and files, are not counted: proc(5), RssAnon. */
function ownMemory(id: string): number {
  return Number(/^RssAnon:\s*(\d+)/m.exec(fileOf(id, 'status') ?? '')?.[1] ?? 0) * 1024;
}

function fileOf(id: string, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${id}/${name}`, 'utf8');
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}
