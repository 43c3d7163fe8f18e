import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { EnvironmentError } from '../../book/errors.ts';
import { terminalOf } from '../code-frame.ts';
import { formatBriefly, formatMessages } from '../messages.ts';
import type { FormatName, Wanted } from './formats.ts';
import type { Format, Report } from './report.ts';

/** Each format is loaded when it is asked for. */
const formats: Readonly<Record<FormatName, () => Promise<Format>>> = {
  text: async () => (report) => [...(report.parts ?? []), report].flatMap(linesOfText).join('\n'),
  json:
    async () =>
    ({ json, isOneOfMany = false }) =>
      `${JSON.stringify(json, null, isOneOfMany ? 0 : 2)}\n`,
  github: async () => (await import('./github.ts')).github,
  sarif: async () => (await import('./sarif.ts')).sarif,
  junit: async () => (await import('./junit.ts')).junit,
};

/**
 * Tells what a command did, as it is wanted: on standard output or standard error, and in files.
 *
 * @param isQuiet whether the last words are left out
 * @throws {EnvironmentError} where a file cannot be written
 */
export async function tell(report: Report, wanted: Wanted, isQuiet = false): Promise<void> {
  await writeReports(report, wanted);
  await show(report, wanted);
  const isForPeople = wanted.shown === 'text' || wanted.shown === 'github';
  if (isForPeople && !isQuiet) process.stderr.write(report.summary);
}

/**
 * Writes what a command did to the files that are wanted.
 *
 * @throws {EnvironmentError} where one cannot be written
 */
export async function writeReports(report: Report, wanted: Wanted): Promise<void> {
  for (const { format, path } of wanted.files) {
    const write = await formats[format]();
    writeOut(path, write(report));
  }
  const { GITHUB_STEP_SUMMARY: page } = process.env;
  if (wanted.summary !== undefined) writeOut(wanted.summary, await summaryOf(report));
  if (wanted.shown === 'github' && page !== undefined && page !== '')
    writeOut(page, await summaryOf(report), appendFileSync);
}

/** Shows the messages: as text on standard error, in all other formats on standard output. */
export async function show(report: Report, { shown }: Wanted): Promise<void> {
  if (shown === 'text') {
    const { json, folder, isBrief = false } = report;
    const lines = isBrief
      ? formatBriefly(json.messages, folder)
      : formatMessages(json.messages, folder, terminalOf(process.stderr));
    for (const line of lines) process.stderr.write(`${line}\n`);
  } else {
    const written = await formats[shown]();
    process.stdout.write(written(report));
  }
}

/** Messages and last words; the messages of several books stand with each of them. */
function linesOfText({ json, folder, parts, summary }: Report): string[] {
  return [...(parts === undefined ? formatMessages(json.messages, folder) : []), summary];
}

async function summaryOf(report: Report): Promise<string> {
  return (await import('./job-summary.ts')).jobSummary(report);
}

function writeOut(path: string, text: string, write: typeof appendFileSync = writeFileSync): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    write(path, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EnvironmentError(`The report could not be written: ${reason}`, 'Name another file.', {
      cause: error,
    });
  }
}
