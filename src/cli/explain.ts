import { UsageError } from '../book/errors.ts';
import { environmentFault } from '../machine/environment-fault.ts';
import { visible, visibleLines } from './visible.ts';

/**
 * Tells of a failure: never a stack trace for a mistake of the user or a fault of the machine.
 *
 * @param command which was running, whose help tells more
 * @returns the exit status
 */
export async function explain(error: unknown, command?: string): Promise<number> {
  if (error instanceof UsageError) {
    const of = command === undefined ? '' : ` ${command}`;
    process.stderr.write(`colophon: ${visible(error.message)}\nSee colophon${of} --help.\n`);
    return 2;
  }
  const fault = environmentFault(error);
  if (fault !== undefined) {
    process.stderr.write(`colophon: ${visible(fault.message)}\n  ${visible(fault.hint)}\n`);
    return 3;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `colophon: this is a fault of Colophon, please report it\n${visibleLines(await inSources(trace))}\n`,
  );
  return 3;
}

async function inSources(trace: string): Promise<string> {
  try {
    const { traceInSources } = await import('./trace-in-sources.ts');
    return await traceInSources(trace);
  } catch {
    return trace;
  }
}
