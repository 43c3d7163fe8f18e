import { statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { UsageError } from '../book/errors.ts';
import { isFailing } from '../book/messages/rule.ts';
import { check, type CheckOptions, type CheckResult } from '../commands/check.ts';
import { argumentsOf } from './arguments.ts';
import { countMessages } from './messages.ts';
import { reportHelp, reportOptions, wantedOf } from './reports/formats.ts';
import { tell } from './reports/tell.ts';

export const help = `colophon check <file or folder> [options]

Judges finished files: a PDF for the press (PDF/X-4 and what printers ask for), a PDF for
screens (PDF/UA-1), an EPUB, or the folder of a release with all its files and checksums.
The files may come from anywhere.

  --as PURPOSE      screen, press or cover; by default what a PDF looks made for, and with
                    --printer a cover where it has a single page
  --printer NAME    whose demands hold (kdp, ...); by default that of the release
  --store NAME      whose demands on EPUBs hold (kindle, kobo, ...; again, or with commas, for
                    several; colophon stores lists them); by default those of the release, and
                    what any store asks for where no release.json tells of one
  --manuscript FOLDER   where the manuscript lies, so that findings are told at its lines as seen from
                    here; by default as its release knows them
  --strict          warnings count as errors
${reportHelp}  --no-cache        ask EPUBCheck again of an EPUB it has reported on, and keep no report

Messages go to standard error as file, page, severity, rule and reason.
Exit status: 0 nothing is wrong (there may be warnings); 1 errors were found;
2 wrong usage; 3 the file cannot be read.

  colophon check book-press.pdf --printer kdp
  colophon check book.epub --store kindle,kobo
  colophon check dist
`;

/** Runs the command and gives the exit status. */
export async function run(argv: string[]): Promise<number> {
  const { values, positionals } = argumentsOf({
    args: argv,
    allowPositionals: true,
    options: {
      as: { type: 'string' },
      printer: { type: 'string' },
      store: { type: 'string', multiple: true },
      manuscript: { type: 'string' },
      strict: { type: 'boolean', default: false },
      ...reportOptions,
      'no-cache': { type: 'boolean', default: false },
    },
  });
  const [path] = positionals;
  if (path === undefined) throw new UsageError('colophon check needs a file or a folder');
  if (positionals.length > 1) throw new UsageError(`One file or folder at a time, not ${positionals.length}`);
  const wanted = wantedOf(values);
  const result = await check(path, {
    ...purposeOf(values.as),
    ...(values.printer !== undefined && { printer: values.printer }),
    ...(values.store !== undefined && { stores: values.store.flatMap((names) => names.split(',')) }),
    cache: !values['no-cache'],
  });
  const { messages, artifacts } = result;
  const ok = !messages.some(({ severity }) => isFailing(severity, values.strict));
  const folder = statSync(path).isDirectory() ? path : dirname(path);
  await tell(
    {
      json: { ok, messages, artifacts },
      strict: values.strict,
      title: basename(resolve(path)),
      outcome: ok ? 'checked' : 'checked, and found wrong',
      files: artifacts,
      counts: [],
      folder: values.manuscript ?? folder,
      out: folder,
      summary: summary(result),
    },
    wanted,
  );
  return ok ? 0 : 1;
}

function purposeOf(stated: string | undefined): Pick<CheckOptions, 'as'> {
  if (stated === undefined) return {};
  if (stated !== 'screen' && stated !== 'press' && stated !== 'cover')
    throw new UsageError(`--as takes screen, press or cover, not "${stated}"`);
  return { as: stated };
}

function summary({ messages, artifacts }: CheckResult): string {
  const [first] = artifacts;
  const files = artifacts.length === 1 && first !== undefined ? first.path : `${artifacts.length} files`;
  return `Checked ${files}: ${countMessages(messages) || 'nothing found'}.\n`;
}
