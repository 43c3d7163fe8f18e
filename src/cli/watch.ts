import { discardBuild, writeBuild, type BuildResult } from '../build/build.ts';
import { watch, type Round, type WatchOptions } from '../build/watch.ts';
import { UsageError } from '../book/errors.ts';
import { reportOf, roundInWords } from './build-report.ts';
import { explain } from './explain.ts';
import { progressOn, type Progress } from './progress.ts';
import type { Wanted } from './reports/formats.ts';
import type { Report } from './reports/report.ts';
import { tell } from './reports/tell.ts';
import { timingsInWords } from './timings.ts';
import { visible } from './visible.ts';

/** What was typed that says how a watch is told of, and where its releases go. */
interface Typed {
  readonly out: string;
  readonly strict: boolean;
  readonly quiet: boolean;
  readonly timings: boolean;
}

/**
 * Builds and writes a book again and again until nobody reads the output any more; signals end the program.
 *
 * @returns the exit status
 * @throws {UsageError} where that cannot be told, or written, as it is wished for
 */
export async function runWatch(
  folder: string,
  options: WatchOptions,
  wanted: Wanted,
  typed: Typed,
): Promise<number> {
  const reports = [...wanted.files.map(({ path }) => path), ...[wanted.summary ?? []].flat()];
  assertShowable(wanted);
  const isTold = wanted.shown === 'text' && !typed.quiet;
  const progress = progressOn(process.stderr, !isTold || !process.stderr.isTTY);
  const rounds = watch(folder, {
    ...options,
    ignore: [typed.out, ...reports],
    signal: whenNobodyReads(),
    onStep: (name) => progress.step(name),
    onDoing: (what) => progress.doing(what),
    onNote: isTold ? tellOnce(progress) : () => undefined,
  });
  for await (const built of rounds) {
    const round = await released(built, typed.out);
    progress.done();
    const { changed, result, error } = round;
    const isFirst = changed.length === 0;
    if (isFirst && result === undefined) throw error;
    if (isTold && !isFirst) process.stderr.write(`${roundInWords(round, typed.out, new Date())}\n`);
    if (result === undefined) {
      await explain(error);
      continue;
    }
    if (typed.timings) process.stderr.write(timingsInWords(result));
    await tell(roundReport(round.changed, result, folder, typed), wanted, typed.quiet || !isFirst);
    if (isTold && isFirst)
      process.stderr.write(`Waiting for changes in ${visible(folder)}; Ctrl-C ends it.\n`);
    await discardBuild(result);
  }
  return 0;
}

/** @throws {UsageError} where what is built again and again cannot be shown as it is wished for */
export function assertShowable({ shown }: Wanted): void {
  if (shown !== 'text' && shown !== 'json')
    throw new UsageError(
      `With --watch text or json can be shown, not ${shown}; write it to a file: --format ${shown}=FILE`,
    );
}

/** Aborts when the reader of the output is gone. */
export function whenNobodyReads(): AbortSignal {
  const gone = new AbortController();
  for (const stream of [process.stdout, process.stderr]) stream.once('error', () => gone.abort());
  return gone.signal;
}

/** Tells of what every build says but once. */
function tellOnce(progress: Progress): (text: string) => void {
  const told = new Set<string>();
  return (text) => {
    if (told.has(text)) return;
    told.add(text);
    if (process.stderr.isTTY) progress.note(visible(text));
    else process.stderr.write(`${visible(text)}\n`);
  };
}

/** A round whose release is written; where that fails, so has the round. */
async function released(round: Round, out: string): Promise<Round> {
  const { changed, result } = round;
  if (result?.ok !== true) return round;
  try {
    await writeBuild(out, result);
    return round;
  } catch (error) {
    await discardBuild(result);
    return { changed, error };
  }
}

function roundReport(
  changed: ReadonlyArray<string>,
  result: BuildResult,
  folder: string,
  typed: Typed,
): Report {
  const report = reportOf(result, folder, typed);
  return { ...report, json: { ...report.json, changed }, isOneOfMany: true };
}
