import type { Artifact } from '../book/artifact.ts';
import type { Message } from '../book/messages/messages.ts';
import type { Metadata } from '../book/metadata.ts';
import { environmentFault } from '../machine/environment-fault.ts';
import { withOwnLocales } from '../language/own-locales.ts';
import { Job } from './job.ts';
import { judgeFolder, judgeOptions, without } from './judge-options.ts';
import { statedLocales } from './stated-locales.ts';
import type { BuildOptions } from './options.ts';

/** What a site can be asked for. */
export type SiteOptions = Pick<
  BuildOptions,
  | 'strict'
  | 'limits'
  | 'epoch'
  | 'remarkPlugins'
  | 'themes'
  | 'locales'
  | 'rehypePlugins'
  | 'transformHtml'
  | 'cache'
  | 'onStep'
  | 'onDoing'
  | 'onNote'
>;

const notOfSites: ReadonlyArray<Exclude<keyof BuildOptions, keyof SiteOptions>> = [
  'browser',
  'offline',
  'only',
  'provenance',
  'replaces',
  'report',
  'sign',
  'threads',
];

/** What became of a site. */
export interface SiteResult {
  /** Whether the manuscript is free of errors (and of warnings, where these fail the build). */
  readonly ok: boolean;
  readonly messages: ReadonlyArray<Message>;
  /** The files, which lie side by side, `index.html` among them; empty where the manuscript has errors. */
  readonly artifacts: ReadonlyArray<Artifact>;
  readonly metadata: Metadata;
}

/**
 * Makes a website of the book in a manuscript folder, in memory. It needs no browser.
 *
 * @param folder path of the folder with book.yaml and the Markdown files
 * @throws UsageError where there is no such folder, or an option is none that there is
 * @throws EnvironmentError where the machine fails
 */
export async function site(folder: string, options: SiteOptions = {}): Promise<SiteResult> {
  judgeFolder(folder);
  judgeOptions(options, without(notOfSites, 'A site'));
  return withOwnLocales(await statedLocales(options), () => run(folder, options));
}

async function run(folder: string, options: SiteOptions): Promise<SiteResult> {
  const job = new Job({ ...options, only: ['epub'], threads: 1 });
  let result: SiteResult | undefined;
  try {
    result = await siteOf(folder, job);
    return result;
  } catch (error) {
    throw environmentFault(error) ?? error;
  } finally {
    await job.close(result !== undefined);
    job.scratch.keepOnly(result?.artifacts.map(({ bytes }) => bytes) ?? []);
  }
}

async function siteOf(folder: string, job: Job): Promise<SiteResult> {
  await job.step('Reading the manuscript');
  const { readSource, compose } = await import('./steps.ts');
  const source = await readSource(folder, job);
  const { manuscript } = source;
  await job.openCache(manuscript.metadata.slug);
  const resultOf = (metadata: Metadata, artifacts: ReadonlyArray<Artifact> = []): SiteResult => {
    const messages = job.findings.messages();
    const ok = !job.isFailedBy(messages);
    return { ok, messages, artifacts: ok ? artifacts : [], metadata };
  };
  if (manuscript.sources.length === 0 && job.isFailedBy(job.findings.messages()))
    return resultOf(manuscript.metadata);
  const composed = await compose(source, job);
  if (composed === undefined) return resultOf(manuscript.metadata);
  const { metadata } = composed.book;
  if (job.isFailedBy(job.findings.messages())) return resultOf(metadata);
  await job.step('Making the site');
  const { makeSite } = await import('./make-site.ts');
  return resultOf(metadata, await makeSite(source, composed, job));
}

/** Writes a site to a folder, all or nothing; what is there and no site of this book's was, stays. */
export async function writeSite(folder: string, { artifacts }: SiteResult): Promise<void> {
  const [{ writeRelease }, { earlierSite }] = await Promise.all([
    import('../release/write.ts'),
    import('../release/earlier-site.ts'),
  ]);
  await writeRelease(folder, artifacts, { earlier: earlierSite });
}
