import { faultOf } from '../build/build-fault.ts';
import { discardBuild, runJob, writeBuild } from '../build/build.ts';
import { KeptBrowser } from '../build/browsers.ts';
import { Job } from '../build/job.ts';
import type { BuildNews, BuildOrder } from './build-orders.ts';
import { builtBook } from './outcome.ts';

/** Builds and releases one book after the other with one browser. */
export class BookReleaser {
  readonly #browsers = new KeptBrowser();

  /**
   * Builds a book and writes its release, if it has no errors; another build must have ended.
   *
   * @param tell hears of it; the last it hears is how it ended
   */
  async release({ folder, out, options }: BuildOrder, tell: (news: BuildNews) => void): Promise<void> {
    const notes: string[] = [];
    try {
      const onStep = (name: string): void => tell({ kind: 'step', name });
      const job = new Job(
        { ...options, replaces: out, onStep, onNote: (text) => notes.push(text) },
        this.#browsers,
      );
      const result = await runJob(folder, job);
      try {
        if (result.ok) await writeBuild(out, result);
        tell({ kind: 'built', book: builtBook(result), took: result.timings['total'] ?? 0, notes });
      } finally {
        await discardBuild(result);
      }
    } catch (error) {
      tell({ kind: 'failed', fault: faultOf(error) });
    }
  }
}
