import type { BuildResult } from '../build/build.ts';
import type { Message } from '../book/messages/messages.ts';
import type { Round } from '../build/watch.ts';
import { hintFor } from './hint.ts';
import { countMessages } from './messages.ts';
import { countsOf } from '../build/counts-of.ts';
import type { Report } from './reports/report.ts';
import { size } from './size.ts';
import { visible, visibleLines } from './visible.ts';

/** What a build did and found, from which every format is written. */
export function reportOf(
  result: BuildResult,
  folder: string,
  { out, strict }: { readonly out: string; readonly strict: boolean },
): Report {
  const { ok, messages, artifacts, pageMap, timings, tasks, metadata } = result;
  const files = ok
    ? artifacts.map(({ path, bytes, sha256, kind }) => ({ path, bytes: bytes.length, sha256, kind }))
    : [];
  return {
    json: { ok, messages, artifacts: files, pages: pageMap?.pages.length ?? null, timings, tasks },
    strict,
    title: metadata.title,
    outcome: ok ? 'built' : 'nothing was built',
    files,
    counts: countsOf(result),
    times: timings,
    folder,
    out,
    // Who only tries whether the book of another program comes out has written none of it for Colophon.
    ...(result.readAs !== undefined && messages.some(isError) && { isBrief: true }),
    summary: summary(result, out),
  };
}

function isError({ severity }: Message): boolean {
  return severity === 'error';
}

function summary(result: BuildResult, out: string): string {
  if (!result.ok) return `Nothing was built (${countMessages(result.messages)}); ${out} is as it was.\n`;
  const files = result.artifacts
    .map(({ path, bytes }) => `  ${out}/${path}  ${size(bytes.length)}\n`)
    .join('');
  const report = result.artifacts.find(({ kind }) => kind === 'report');
  const look = report === undefined ? '' : `To look at: ${out}/${report.path}\n`;
  const hint = hintFor(result.metadata);
  return `Built ${inWords(result)}:\n${files}${look}${hint === undefined ? '' : `${visibleLines(hint)}\n`}`;
}

/** How many files of those that were changed are named. */
const named = 3;

/** The first of the files that were changed, for people. */
export function namedOf(changed: ReadonlyArray<string>): string {
  const more = changed.length > named ? ` and ${changed.length - named} more` : '';
  return visible(changed.slice(0, named).join(', ')) + more;
}

/**
 * What became of a round of a watch, as a line: when, what was changed, how long it took and what there is.
 *
 * @param now by the clock of whoever looks at it
 */
export function roundInWords({ changed, result }: Round, out: string, now: Date): string {
  const took = result === undefined ? '' : ` ${inWords(result)}`;
  const outcome = result?.ok === true ? `built${took}` : `nothing was built${took}; ${out} is as it was`;
  return `${now.toTimeString().slice(0, 8)}  ${namedOf(changed)}: ${outcome}`;
}

/** "in 1.2 s, 212 pages (1 warning)". */
function inWords({ timings, pageMap, messages }: BuildResult): string {
  const counted = countMessages(messages);
  const seconds = (timings['total'] ?? 0) / 1000;
  const pages = pageMap === undefined ? '' : `, ${pageMap.pages.length} pages`;
  return `in ${seconds.toFixed(1)} s${pages}${counted ? ` (${counted})` : ''}`;
}
