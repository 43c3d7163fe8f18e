import { writeFile } from 'node:fs/promises';
import { setPriority } from 'node:os';

/** How far a process stands back: of a processor that another one wants it gets a tenth. */
const niceness = 10;

/**
 * Has a process give way to others. The processes that it starts from then on do so, too; what it has started before
 * does not.
 *
 * @param pid its number; on Linux it leads a session, whose other processes then give way, too
 */
export async function giveWay(pid: number): Promise<void> {
  try {
    setPriority(pid, niceness);
  } catch {
    // It is so already, or has ended.
  }
  // Linux shares the processors among sessions first: of a browser, which has one to itself, the priority alone would be of no account.
  if (process.platform === 'linux')
    await writeFile(`/proc/${pid}/autogroup`, String(niceness)).catch(() => undefined);
}
