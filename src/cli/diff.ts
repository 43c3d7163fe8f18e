import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { EnvironmentError, UsageError } from '../book/errors.ts';
import { diff } from '../commands/diff.ts';
import { isUnchanged, type ReleaseChanges } from '../compare/changes.ts';
import { changesInWords } from '../compare/in-words.ts';
import { argumentsOf } from './arguments.ts';
import { changesInMarkdown } from './changes-in-markdown.ts';
import { visible } from './visible.ts';

export const help = `colophon diff <old> <new> [options]

Says what has changed from one release of a book to another: chapters that are new, gone or
rewritten, pages that begin otherwise or have moved, notes, metadata and rights, the width of
the spine, fonts, messages and files. A release is a folder that a build wrote, a ZIP archive
of one, or its release.json.

  --markdown FILE   writes it as Markdown besides: a comment on a pull request
  --html FILE       writes it as one HTML page besides, with pictures of the pages that differ,
                    before and now, where both releases have their PDF for screens
  --browser PATH    the Chrome or Chromium to draw them with
  --json            one JSON document on standard output
  --exit-code       exit status 1 where anything has changed

Exit status: 0 compared; 1 with --exit-code, where anything has changed; 2 wrong usage, or no
release; 3 a file cannot be read or written.

  colophon diff published dist
  colophon diff published.zip dist --html changes.html
  colophon diff main/release.json dist --markdown comment.md
`;

/** Runs the command and gives the exit status. */
export async function run(argv: string[]): Promise<number> {
  const { values, positionals } = argumentsOf({
    args: argv,
    allowPositionals: true,
    options: {
      markdown: { type: 'string' },
      html: { type: 'string' },
      browser: { type: 'string' },
      json: { type: 'boolean', default: false },
      'exit-code': { type: 'boolean', default: false },
    },
  });
  const [old, next] = positionals;
  if (old === undefined || next === undefined || positionals.length > 2)
    throw new UsageError(
      `colophon diff needs two releases, the older and the newer, not ${positionals.length}`,
    );
  if (values.browser !== undefined && values.html === undefined)
    throw new UsageError('--browser goes with --html: only its pictures are drawn');
  const changes =
    values.html === undefined
      ? await diff(old, next)
      : await writePage(old, next, values.html, values.browser);
  if (values.markdown !== undefined) write(values.markdown, changesInMarkdown(changes));
  process.stdout.write(values.json ? `${JSON.stringify(changes, null, 2)}\n` : inWords(changes));
  return values['exit-code'] && !isUnchanged(changes) ? 1 : 0;
}

async function writePage(
  old: string,
  next: string,
  path: string,
  browser: string | undefined,
): Promise<ReleaseChanges> {
  const { diffPage } = await import('../commands/diff-page.ts');
  const setting = browser ?? process.env['PUPPETEER_EXECUTABLE_PATH'];
  const { changes, page } = await diffPage(old, next, setting);
  write(path, page);
  return changes;
}

function inWords(changes: ReleaseChanges): string {
  const groups = changesInWords(changes);
  if (groups.length === 0) return 'Nothing has changed.\n';
  return groups
    .map(({ head, lines }) => [head, ...lines.map((line) => `  ${visible(line)}`), ''].join('\n'))
    .join('\n');
}

function write(path: string, text: string | Uint8Array): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EnvironmentError(`The comparison could not be written: ${reason}`, 'Name another file.', {
      cause: error,
    });
  }
}
