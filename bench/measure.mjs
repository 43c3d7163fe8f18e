import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * Runs a command to its end: how long it took, how much of the processors it and all it started took, and how
 * much memory they had at most.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string> }} [options]
 * @returns milliseconds; those of the processors, and megabytes of the command itself and of all its processes
 * together, sampled, on Linux; what it wrote
 * @throws where it fails, with the end of what it said
 */
export async function measure(command, args, { cwd, env } = {}) {
  const began = performance.now();
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
  const peak = { own: 0, all: 0 };
  const busy = new Map();
  let samples = 0;
  const sampling = setInterval(() => {
    const family = familyOf(child.pid);
    for (const pid of family) busy.set(pid, Math.max(busy.get(pid) ?? 0, processorTime(pid)));
    // To count the pages of a gigabyte takes a while.
    if (samples++ % 5 !== 0) return;
    const all = family.map(residentMegabytes);
    peak.own = Math.max(peak.own, all[0] ?? 0);
    peak.all = Math.max(
      peak.all,
      all.reduce((sum, one) => sum + one, 0),
    );
  }, 100);
  try {
    const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
    if (code !== 0) throw new Error(`${command} ended with ${code}: ${(stderr || stdout).slice(-400)}`);
  } finally {
    clearInterval(sampling);
  }
  const processor = [...busy.values()].reduce((sum, one) => sum + one, 0);
  return { milliseconds: performance.now() - began, processor, ...peak, stdout };
}

/** A process and all that come from it; none where there is no /proc. */
function familyOf(pid) {
  const parents = new Map();
  try {
    for (const name of readdirSync('/proc')) {
      const parent = /^\d+$/.test(name) ? Number(statusOf(name, 'PPid')) : 0;
      if (parent > 0) parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
    }
  } catch {
    return [];
  }
  const family = [pid];
  for (const one of family) family.push(...(parents.get(one) ?? []));
  return family;
}

/** Of pages shared with others each has its part. */
function residentMegabytes(pid) {
  try {
    return Number(/^Pss:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** What a process has taken of the processors, in milliseconds; Linux counts in hundredths of a second. */
function processorTime(pid) {
  try {
    // Behind the name, which may hold anything: the 14th and 15th field are the time as user and as system.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
    return 10 * (Number(fields[11]) + Number(fields[12]));
  } catch {
    return 0;
  }
}

function statusOf(pid, key) {
  try {
    return new RegExp(`^${key}:\\s*(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}

/** The middle one of some numbers. */
export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Milliseconds as they are read. */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
