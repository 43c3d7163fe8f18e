import { rm } from 'node:fs/promises';
import type { Artifact } from '../book/artifact.ts';
import { isStored } from '../book/bytes.ts';
import type { Manuscript } from '../book/manuscript.ts';
import type { Message } from '../book/messages/messages.ts';
import type { Metadata } from '../book/metadata.ts';
import type { PageMap } from '../book/page-map.ts';
import { environmentFault } from '../machine/environment-fault.ts';
import { withOwnLocales } from '../language/own-locales.ts';
import { recordingFiles, type RecordedFiles } from '../read/files/recorded-files.ts';
import { Job } from './job.ts';
import { judgeFolder, judgeOptions } from './judge-options.ts';
import type { BuildOptions } from './options.ts';
import { statedLocales } from './stated-locales.ts';
import type { TaskTime } from './schedule.ts';

export interface BuildResult {
  /** Whether the manuscript is free of errors (and of warnings, where these fail the build). */
  readonly ok: boolean;
  readonly messages: ReadonlyArray<Message>;
  /** The finished files; empty where the manuscript has errors. Those too large for the memory lie on disk. */
  readonly artifacts: ReadonlyArray<Artifact>;
  readonly metadata: Metadata;
  /** For readers: as whose book it was read, where it is that of another program. */
  readonly readAs?: string;
  /** Where everything fell in the printed book. */
  readonly pageMap?: PageMap;
  /** Milliseconds by step, and in all under `total`. */
  readonly timings: Readonly<Record<string, number>>;
  /** What ran beside the print: when each task was asked for, began and ended, in milliseconds. */
  readonly tasks: ReadonlyArray<TaskTime>;
}

/**
 * Builds the book in a manuscript folder, in memory; nothing is written but files too large for it, to the
 * system's folder for temporary files.
 *
 * @param folder path of the folder with book.yaml and the Markdown files
 * @throws UsageError where there is no such folder, or an option is none that there is
 * @throws EnvironmentError where the machine fails: no browser, a crash
 */
export async function build(folder: string, options: BuildOptions = {}): Promise<BuildResult> {
  judgeFolder(folder);
  judgeOptions(options);
  return runJob(folder, new Job(options));
}

/** Builds a book as {@link build} does, and closes the job. */
export async function runJob(folder: string, job: Job): Promise<BuildResult> {
  return withOwnLocales(await statedLocales(job.options), () => run(folder, job));
}

async function run(folder: string, job: Job): Promise<BuildResult> {
  let result: BuildResult | undefined;
  try {
    result = await (job.isToBeProven
      ? recordingFiles((read) => buildWith(job, folder, read))
      : buildWith(job, folder));
    return result;
  } catch (error) {
    throw environmentFault(error) ?? error;
  } finally {
    await job.close(result !== undefined);
    job.scratch.keepOnly(result?.artifacts.map(({ bytes }) => bytes) ?? []);
  }
}

async function buildWith(job: Job, folder: string, read?: RecordedFiles): Promise<BuildResult> {
  await job.step('Reading the manuscript');
  // The browser starts while they are loaded and the book is read.
  await job.browserStarting();
  const {
    readSource,
    wantsPages,
    compose,
    make,
    reportRefusedFonts,
    reportCostlyStyle,
    watchDrawings,
    reportCostlyDrawing,
    prove,
    assemble,
    judgeDate,
  } = await import('./steps.ts');
  const source = await readSource(folder, job);
  const { manuscript } = source;
  // Of the printed pages that are marked in the e-book it is known only now.
  if (wantsPages(source, job)) void job.browser();
  await job.openCache(manuscript.metadata.slug);
  // A book without its configuration, or without a chapter, cannot be judged.
  if (manuscript.sources.length === 0 && job.isFailedBy(job.findings.messages()))
    return resultOf(job, manuscript, manuscript.metadata);
  const composed = await compose(source, job);
  if (composed === undefined) return resultOf(job, manuscript, manuscript.metadata);
  const { metadata } = composed.book;
  job.observer.onComposed?.(source, composed);
  if (job.isFailedBy(job.findings.messages())) return resultOf(job, manuscript, metadata);

  await job.step('Making the editions');
  const made = await watchDrawings(composed.assets, job, () => make(source, composed, job))
    .catch((error: unknown) => reportCostlyDrawing(error, composed))
    .catch((error: unknown) => reportRefusedFonts(error, source))
    .catch((error: unknown) => reportCostlyStyle(error, source, composed, job));
  if (made === undefined) return resultOf(job, manuscript, metadata);

  await job.step('Finishing the release');
  const proved = await prove(made, job);
  const artifacts = await assemble(made, proved, job, read);
  await judgeDate(artifacts, source, job);
  return resultOf(job, manuscript, metadata, artifacts, made.printed?.pageMap);
}

/** What became of it: nothing is released where something fails the build. */
function resultOf(
  job: Job,
  { readAs }: Pick<Manuscript, 'readAs'>,
  metadata: Metadata,
  artifacts: ReadonlyArray<Artifact> = [],
  pageMap?: PageMap,
): BuildResult {
  const messages = job.findings.messages();
  const ok = !job.isFailedBy(messages);
  return {
    ok,
    messages,
    artifacts: ok ? artifacts : [],
    metadata,
    ...(readAs !== undefined && { readAs }),
    ...(pageMap !== undefined && { pageMap }),
    ...job.times(),
  };
}

/** Writes what a build made to a folder, all or nothing. */
export async function writeBuild(folder: string, { artifacts }: BuildResult): Promise<void> {
  const { writeRelease } = await import('../release/write.ts');
  await writeRelease(folder, artifacts);
}

/**
 * Removes those of a build's finished files that lie on disk: a program that builds many books of pictures
 * would fill it. What is left goes when the process ends.
 */
export async function discardBuild({ artifacts }: BuildResult): Promise<void> {
  for (const { bytes } of artifacts) if (isStored(bytes)) await rm(bytes.file, { force: true });
}
