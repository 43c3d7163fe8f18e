import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { BuildResult } from '../build/build.ts';
import { editionNames, editions, isEdition, type EditionName } from '../build/editions/editions.ts';
import type { BuildOptions } from '../build/options.ts';
import { alternatives } from '../book/alternatives.ts';
import { UsageError } from '../book/errors.ts';
import type { Signing } from '../book/signing.ts';
import { compileForOneBuild } from '../commands/compilers.ts';
import { keepCompiled } from '../commands/keep-compiled.ts';
import { reportOf } from './build-report.ts';
import { assertOut } from './assert-out.ts';
import { jobsOf } from './jobs-of.ts';
import { limitsOf } from './limits.ts';
import { progressOn } from './progress.ts';
import { reportHelp, reportOptions, wantedOf, type Wanted } from './reports/formats.ts';
import { tell } from './reports/tell.ts';
import { bookFolder, existsDirectory, isSeries } from './usual-folder.ts';
import { visible } from './visible.ts';
import { argumentsOf } from './arguments.ts';
import { unknownWord } from './unknown-word.ts';

const known = alternatives(editionNames);

export const help = `colophon build [manuscript ...] [options]

Builds the book in the folder "manuscript" (book.yaml and Markdown files), or in the current one
where there is none and a book.yaml lies here, and writes the release to the output folder: ${editions.map(({ title }) => title).join(', ')}, report.html (what
was made, found and proved), release.json, SHA256SUMS. Of several folders, which may be as many as there are, each is a book whose
release goes to a folder of its name in the output folder, beside series.json; those that
have not changed since are not built again. A folder with colophon.yaml lists its books there.

  --out FOLDER      where the release goes; "dist" by default
  --only EDITION    ${known}; may be repeated; all by default
  --strict          warnings count as errors
  --offline         nothing is fetched from the network, whatever book.yaml allows
  --report          report.html shows pictures besides: the cover, pages and screens; series.html,
                    which several books have, shows their covers
  --provenance      the release tells where it comes from besides: sbom.cdx.json (all that shaped
                    its bytes) and provenance.intoto.json (commit, files, programs, hashes)
  --sign ssh=FILE   signs SHA256SUMS with an SSH key; --sign gpg, or gpg=KEY, with GnuPG;
                    --provenance with it
${reportHelp}  --quiet           no progress and no last words, only messages
  --browser PATH    the Chrome or Chromium to print with
  --limit NAME=N    accept more of something, or less: image-pixels=80 (colophon doctor lists
                    what is limited)
  --timings         what was done when, and on which thread, to standard error
  --threads N       1 or 2; by default 2 from two cores on
  --no-cache        take nothing from the last build of the book, and keep nothing for the next;
                    several books are all built
  --jobs N          of several books, so many at a time; by default as many as cores and memory
                    allow
  --queue ADDRESS   several books are built by the workers of a queue, as redis://localhost:6379
                    (see colophon worker); --shared FOLDER is what they see, by default the
                    current folder
  --force           of several books, build also those that have not changed
  --watch           build again whenever something in the folder "manuscript" changes, or of
                    several books those that change, until Ctrl-C; with --json a document a
                    line for each build

Messages go to standard error as file:line:column severity rule  reason.
Exit status: 0 built; 1 the manuscript has errors, and the output folder is as it was;
2 wrong usage; 3 the machine lacks something (see colophon doctor), or files that no build
made are in the way in the output folder. Of several books, what one fails by stops no
other; 3 goes before 1.

  colophon build                      the book in ./manuscript into ./dist
  colophon build essay --only epub    only the e-book of the folder essay
  colophon build books/*              each folder in books, side by side, into dist/<folder>
  colophon build --watch              the book, and again as it is written
`;

const typedOptions = {
  out: { type: 'string', default: 'dist' },
  only: { type: 'string', multiple: true, default: [] as string[] },
  strict: { type: 'boolean', default: false },
  offline: { type: 'boolean', default: false },
  report: { type: 'boolean', default: false },
  provenance: { type: 'boolean', default: false },
  sign: { type: 'string' },
  ...reportOptions,
  quiet: { type: 'boolean', default: false },
  browser: { type: 'string' },
  limit: { type: 'string', multiple: true, default: [] as string[] },
  threads: { type: 'string' },
  'no-cache': { type: 'boolean', default: false },
  jobs: { type: 'string' },
  queue: { type: 'string' },
  shared: { type: 'string' },
  force: { type: 'boolean', default: false },
  timings: { type: 'boolean', default: false },
  watch: { type: 'boolean', default: false },
} as const;

/** Runs the command and gives the exit status. */
export async function run(argv: string[]): Promise<number> {
  const { values, positionals } = argumentsOf({
    args: argv,
    allowPositionals: true,
    options: typedOptions,
  });
  if (values.shared !== undefined && values.queue === undefined)
    throw new UsageError('--shared goes with --queue, whose workers see the folder');
  const wanted = wantedOf(values);
  const options = {
    only: editionsOf(values.only),
    strict: values.strict,
    offline: values.offline,
    report: values.report,
    provenance: values.provenance,
    ...signingOf(values.sign),
    ...(values.browser !== undefined && { browser: values.browser }),
    limits: limitsOf(values.limit),
    ...threadsOf(values.threads),
    cache: !values['no-cache'],
    replaces: values.out,
  };
  compileForOneBuild();
  await keepCompiled();
  jobsOf(values.jobs);
  const folder = bookFolder(positionals[0], ['book.yaml', 'book.yml', 'colophon.yaml']);
  if (positionals.length > 1 || isSeries(folder)) {
    assertOfSeveral(values);
    const force = values.force || values['no-cache'];
    const named = positionals.length > 1 ? positionals : folder;
    const typed = { ...values, shared: values.shared ?? '.', force };
    if (values.watch) return (await import('./watch-series.ts')).watchSeries(named, options, wanted, typed);
    return (await import('./build-series.ts')).runSeries(named, options, wanted, typed);
  }
  assertOut(values.out, folder);
  if (values.queue !== undefined)
    throw new UsageError('--queue builds several books: name their folders, or that of a colophon.yaml');
  if (values.watch) return (await import('./watch.ts')).runWatch(folder, options, wanted, values);
  return runOne(folder, options, wanted, values);
}

/** What was typed that says how one book is built and told of. */
interface TypedBook {
  readonly out: string;
  readonly strict: boolean;
  readonly quiet: boolean;
  readonly timings: boolean;
}

async function runOne(
  folder: string,
  options: BuildOptions,
  wanted: Wanted,
  typed: TypedBook,
): Promise<number> {
  // Help and wrong usage need not wait for the program.
  const { build, writeBuild } = await import('../build/build.ts');
  const isForPeople = wanted.shown === 'text' || wanted.shown === 'github';
  const progress = progressOn(process.stderr, typed.quiet || !isForPeople);
  const result = await build(folder, {
    ...options,
    onStep: (name) => progress.step(name),
    onDoing: (what) => progress.doing(what),
    onNote: (text) => progress.note(visible(text)),
  });
  if (result.ok) {
    progress.step('Writing the release');
    await writeBuild(typed.out, result);
  }
  progress.done();
  if (typed.timings) await tellTimings(result);
  await tell(reportOf(result, folderOf(folder), typed), wanted, typed.quiet);
  return result.ok ? 0 : 1;
}

function signingOf(stated: string | undefined): { sign?: Signing } {
  if (stated === undefined) return {};
  const [, by = '', key] = /^([^=]*)(?:=(.*))?$/s.exec(stated) ?? [];
  if (by === 'gpg' && key !== '') return { sign: { by, ...(key !== undefined && { key }) } };
  if (by === 'ssh' && key !== undefined && key !== '') {
    if (!existsSync(key)) throw new UsageError(`There is no key ${key}, which --sign names`);
    return { sign: { by, key } };
  }
  throw new UsageError(`--sign takes ssh=FILE, gpg or gpg=KEY, not "${stated}"`);
}

async function tellTimings(result: BuildResult): Promise<void> {
  const { timingsInWords } = await import('./timings.ts');
  process.stderr.write(timingsInWords(result));
}

function assertOfSeveral({ timings }: { readonly timings: boolean }): void {
  if (timings) throw new UsageError('--timings takes one manuscript folder at a time');
}

/** The folder that the places in messages are relative to: of one text, that in which it lies. */
function folderOf(manuscript: string): string {
  return /\.(?:md|markdown|qmd|rmd)$/i.test(manuscript) && !existsDirectory(manuscript)
    ? dirname(manuscript)
    : manuscript;
}

function editionsOf(names: ReadonlyArray<string>): EditionName[] {
  const asked = names.flatMap((name) => name.split(','));
  const unknown = asked.find((name) => !isEdition(name));
  if (unknown !== undefined) {
    throw unknownWord(`--only takes ${known}, not "${unknown}"`, unknown, editionNames);
  }
  return asked.filter(isEdition);
}

function threadsOf(stated: string | undefined): { threads?: 1 | 2 } {
  if (stated === undefined) return {};
  if (stated !== '1' && stated !== '2') throw new UsageError(`--threads takes 1 or 2, not "${stated}"`);
  return { threads: stated === '1' ? 1 : 2 };
}
