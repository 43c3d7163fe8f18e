import { alternatives } from '../../book/alternatives.ts';
import { UsageError } from '../../book/errors.ts';
import { unknownWord } from '../unknown-word.ts';

export const formatNames = ['text', 'json', 'github', 'sarif', 'junit'] as const;
export type FormatName = (typeof formatNames)[number];

/** What is wanted of the reports of a command. */
export interface Wanted {
  /** What is shown: text on standard error, all else on standard output. */
  readonly shown: FormatName;
  /** What is written to files besides. */
  readonly files: ReadonlyArray<{ readonly format: FormatName; readonly path: string }>;
  /** The file for the summary. */
  readonly summary?: string;
}

/** The options of every command that reports, as `parseArgs` takes them. */
export const reportOptions = {
  format: { type: 'string', multiple: true, default: [] as string[] },
  json: { type: 'boolean', default: false },
  summary: { type: 'string' },
} as const;

/** What the help of every command that reports says of them. */
export const reportHelp = `  --format FORMAT   ${formatNames.join(', ')}: how messages are told; text by default.
                    FORMAT=FILE writes them to a file besides; may be repeated
  --json            the same as --format json: one JSON document on standard output
  --summary FILE    writes a summary in Markdown; --format github adds it to the page of the job
`;

/**
 * What `--format`, `--json` and `--summary` ask for.
 *
 * @throws {UsageError} where a format is unknown, or two are to be shown
 */
export function wantedOf(values: {
  readonly format: ReadonlyArray<string>;
  readonly json: boolean;
  readonly summary?: string | undefined;
}): Wanted {
  const asked = [...values.format, ...(values.json ? ['json'] : [])].map(parsedFormat);
  const shown = new Set(asked.filter(({ path }) => path === undefined).map(({ format }) => format));
  if (shown.size > 1)
    throw new UsageError(
      `One format at a time can be shown, not ${[...shown].join(' and ')}; write others to files: --format ${[...shown].at(-1)}=FILE`,
    );
  return {
    shown: [...shown][0] ?? 'text',
    files: asked.flatMap(({ format, path }) => (path === undefined ? [] : [{ format, path }])),
    ...(values.summary !== undefined && { summary: values.summary }),
  };
}

function parsedFormat(written: string): { readonly format: FormatName; readonly path?: string } {
  const [, name = '', path] = /^([^=]*)(?:=(.*))?$/s.exec(written) ?? [];
  const format = formatNames.find((each) => each === name);
  if (format === undefined)
    throw unknownWord(`--format takes ${alternatives(formatNames)}, not "${name}"`, name, formatNames);
  if (path === '') throw new UsageError(`--format ${format}= lacks the name of a file`);
  return { format, ...(path !== undefined && { path }) };
}
