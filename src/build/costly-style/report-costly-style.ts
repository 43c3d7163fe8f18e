import { OutOfBudgetError } from '../../book/errors.ts';
import { report } from '../../book/messages/messages.ts';
import { pointIn } from '../../book/messages/point-in.ts';
import type { ComposedBook } from '../composed-book.ts';
import type { Job } from '../job.ts';
import type { Source } from '../source.ts';
import { findCostly, type Costly } from './find-costly.ts';
import { Prints } from './prints.ts';

const inWords: Readonly<Record<Costly['what'], string>> = {
  it: 'what begins here',
  'up to it': 'what stands up to here',
  'from it on': 'something from here on',
};

/**
 * Tells what in the author's stylesheet keeps the browser busy beyond its budget. For that the book is printed
 * again: without the stylesheet, then with parts of it.
 *
 * @throws the error where it is another, or the stylesheet is not the reason
 */
export async function reportCostlyStyle(
  error: unknown,
  source: Source,
  composed: ComposedBook,
  job: Job,
): Promise<void> {
  const { stylesheet } = source.manuscript;
  if (!(error instanceof OutOfBudgetError) || stylesheet === undefined || source.stylesheet.trim() === '')
    throw error;
  job.options.onDoing?.('looking for what in theme.css keeps the browser');
  const prints = new Prints(source, composed, job);
  let found: Costly | undefined;
  try {
    const isWithout = await prints.measureWithout(error.time);
    if (isWithout) found = await findCostly(source.stylesheet, prints);
  } catch {
    // What was found first counts.
  } finally {
    await prints.close();
  }
  if (found === undefined) throw error;
  report(
    stylesheet,
    'stylesheet-costly',
    `With ${inWords[found.what]}, ${error.excess}, without theme.css ${prints.least} seconds`,
    pointIn(stylesheet, found.start),
    { hint: 'Take it out, or write it more simply. If the machine was busy, build again.' },
  );
}
