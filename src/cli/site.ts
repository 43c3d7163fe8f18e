import { UsageError } from '../book/errors.ts';
import { compileForOneBuild } from '../commands/compilers.ts';
import { keepCompiled } from '../commands/keep-compiled.ts';
import type { SiteResult } from '../build/site.ts';
import { argumentsOf } from './arguments.ts';
import { assertOut } from './assert-out.ts';
import { limitsOf } from './limits.ts';
import { countMessages } from './messages.ts';
import { progressOn } from './progress.ts';
import { reportHelp, reportOptions, wantedOf } from './reports/formats.ts';
import { tell } from './reports/tell.ts';
import { bookFolder } from './usual-folder.ts';
import { visible } from './visible.ts';

export const help = `colophon site [manuscript] [options]

Makes a website of the book in the folder "manuscript": a page for each chapter, the contents
beside it, a search, light and dark. All files lie in one folder, load nothing from elsewhere, and
can be opened from a disk or served by any web server, such as GitHub Pages.

  --out FOLDER      where the site goes; "site" by default
  --strict          warnings count as errors
${reportHelp}  --quiet           no progress and no last words, only messages
  --limit NAME=N    accept more of something, or less (colophon doctor lists what is limited)
  --no-cache        take nothing from the last build of the book, and keep nothing for the next

Exit status as of colophon build.

  colophon site                       the book in ./manuscript into ./site
  colophon site essay --out public    the book in the folder essay into ./public
`;

/** Runs the command and gives the exit status. */
export async function run(argv: string[]): Promise<number> {
  const { values, positionals } = argumentsOf({
    args: argv,
    allowPositionals: true,
    options: {
      out: { type: 'string', default: 'site' },
      strict: { type: 'boolean', default: false },
      ...reportOptions,
      quiet: { type: 'boolean', default: false },
      limit: { type: 'string', multiple: true, default: [] },
      'no-cache': { type: 'boolean', default: false },
    },
  });
  if (positionals.length > 1)
    throw new UsageError(`One manuscript folder at a time, not ${positionals.length}`);
  const wanted = wantedOf(values);
  const limits = limitsOf(values.limit);
  compileForOneBuild();
  await keepCompiled();
  const folder = bookFolder(positionals[0]);
  assertOut(values.out, folder);
  const { site, writeSite } = await import('../build/site.ts');
  const progress = progressOn(process.stderr, values.quiet || wanted.shown !== 'text');
  const result = await site(folder, {
    strict: values.strict,
    limits,
    cache: !values['no-cache'],
    onStep: (name) => progress.step(name),
    onNote: (text) => progress.note(visible(text)),
  });
  if (result.ok) {
    progress.step('Writing the site');
    await writeSite(values.out, result);
  }
  progress.done();
  const { ok, messages, metadata } = result;
  const files = result.artifacts.map(({ path, kind, bytes, sha256 }) => ({
    path,
    kind,
    bytes: bytes.length,
    sha256,
  }));
  await tell(
    {
      json: { ok, messages, artifacts: files },
      strict: values.strict,
      title: metadata.title,
      outcome: ok ? 'made into a site' : 'no site was made',
      files,
      counts: [],
      folder,
      out: values.out,
      summary: summary(result, values.out),
    },
    wanted,
    values.quiet,
  );
  return ok ? 0 : 1;
}

function summary({ ok, messages, artifacts }: SiteResult, out: string): string {
  if (!ok) return `No site was made (${countMessages(messages)}); ${out} is as it was.\n`;
  const pages = artifacts.filter(({ path }) => path.endsWith('.html')).length;
  const told = countMessages(messages);
  const found = told === '' ? '' : ` (${told})`;
  return `Made a site of ${pages} pages${found}: open ${out}/index.html\n`;
}
