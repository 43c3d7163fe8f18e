import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * This process among all that were and will be, for names of files and folders: its machine since the
 * last start and its container, its id, and when it began, since ids are given out again.
 */
export function processMark(): string {
  own ??= `${machine()}-${process.pid}-${startOf(process.pid) ?? ''}`;
  return own;
}

let own: string | undefined;

/**
 * Whether the process of a mark still runs; `unknown` where it belongs to another machine or container,
 * or where this one does not tell when processes began.
 */
export function stateOf(mark: string): 'running' | 'ended' | 'unknown' {
  const [, where, id, start] = /^([\da-f]{8})-(\d{1,10})-(\d*)$/.exec(mark) ?? [];
  if (where !== machine()) return 'unknown';
  const pid = Number(id);
  if (!exists(pid)) return 'ended';
  const began = startOf(pid);
  if (began === undefined || start === '') return pid === process.pid ? 'running' : 'unknown';
  return began === start ? 'running' : 'ended';
}

/** The id of the process of a mark. */
export function pidOf(mark: string): number | undefined {
  const id = /^[\da-f]{8}-(\d{1,10})-/.exec(mark)?.[1];
  return id === undefined ? undefined : Number(id);
}

/** Eight digits for where ids of processes mean the same as here. */
function machine(): string {
  here ??= createHash('sha256')
    .update(
      [
        quietly(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')) ?? hostname(),
        quietly(() => readlinkSync('/proc/self/ns/pid')) ?? '',
      ].join('\n'),
    )
    .digest('hex')
    .slice(0, 8);
  return here;
}

let here: string | undefined;

/** When a process began, in ticks since the start of the machine; Linux alone tells. */
function startOf(pid: number): string | undefined {
  const stat = quietly(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  // The name of the program, in brackets, may hold anything: proc(5), fields 3 and 22.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function quietly<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
