import { UsageError } from '../book/errors.ts';
import { keepCompiled } from '../commands/keep-compiled.ts';
import { argumentsOf } from './arguments.ts';
import { jobsOf } from './jobs-of.ts';
import { bookReport } from './series-report.ts';
import { visible } from './visible.ts';

export const help = `colophon worker --queue ADDRESS [options]

Builds books that colophon build --queue has put on a queue, until Ctrl-C. As many workers as
you like take from one queue, on one machine or several; what one has begun when it dies,
another takes up again.

  --queue ADDRESS   the Valkey or Redis that holds the queue, as redis://localhost:6379
  --shared FOLDER   the folder in which all manuscripts and releases lie, as this machine sees
                    it; the current one by default. Nothing outside of it is read or written
  --jobs N          builds so many books at a time; by default as many as cores and memory allow
  --browser PATH    the Chrome or Chromium to print with
  --quiet           says nothing of books

Needs the packages bullmq and ioredis: npm install bullmq ioredis
Exit status: 2 wrong usage; 3 the queue cannot be reached.
`;

/** Runs the command, which ends with the process. */
export async function run(argv: string[]): Promise<number> {
  const { values, positionals } = argumentsOf({
    args: argv,
    allowPositionals: true,
    options: {
      queue: { type: 'string' },
      shared: { type: 'string', default: '.' },
      jobs: { type: 'string' },
      browser: { type: 'string' },
      quiet: { type: 'boolean', default: false },
    },
  });
  const { queue, shared, quiet, browser } = values;
  if (positionals.length > 0) throw new UsageError('A worker takes its books from the queue, not by name');
  if (queue === undefined)
    throw new UsageError('A worker needs --queue with an address, as redis://localhost:6379');
  await keepCompiled();
  const { workOnQueue } = await import('../series/queue/work-on-queue.ts');
  const say = (text: string): void => void process.stderr.write(text);
  return workOnQueue({
    queue,
    shared,
    ...jobsOf(values.jobs),
    ...(browser !== undefined && { browser }),
    onNote: (text) => say(`${visible(text)}\n`),
    onOutcome: (book, outcome) => {
      if (!quiet) say(bookReport(book, outcome, false).summary);
    },
  });
}
