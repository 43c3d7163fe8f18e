import type { Assets } from '../../book/book.ts';
import { CostlyDrawingError, OutOfBudgetError } from '../../book/errors.ts';
import type { Job } from '../job.ts';
import { DrawingTrials } from './drawing-trials.ts';

/** How long a build is at its editions before its drawings are looked at, in milliseconds: most have ended by then. */
const patience = 20_000;

/** How long the drawings are looked at where the browser had to be stopped, in milliseconds. */
const afterwards = 45_000;

/**
 * Does work with the browser. Where that takes long, and where it takes too much, the drawings of the book are drawn one after
 * the other in another browser, to see whether one of them is the reason.
 *
 * @param work what makes the editions
 * @throws CostlyDrawingError where a drawing is the reason; what else `work` throws
 */
export async function watchDrawings<Made>(
  assets: Assets,
  job: Job,
  work: () => Promise<Made>,
): Promise<Made> {
  const drawings = [...assets.values()].filter(({ mediaType }) => mediaType === 'image/svg+xml');
  if (drawings.length === 0) return work();
  const trials = new DrawingTrials(drawings, job);
  const timer = setTimeout(() => trials.begin(), patience);
  timer.unref();
  try {
    return await Promise.race([work(), trials.found]);
  } catch (error) {
    if (error instanceof CostlyDrawingError) await job.stopBrowser();
    if (!(error instanceof OutOfBudgetError)) throw error;
    job.options.onDoing?.('looking for what in the drawings keeps the browser');
    throw (await trials.reasonFor(error, afterwards)) ?? error;
  } finally {
    clearTimeout(timer);
    await trials.end();
  }
}
