import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { EnvironmentError } from '../../book/errors.ts';
import { isStored, type Bytes } from '../../book/bytes.ts';
import type { Message } from '../../book/messages/messages.ts';
import { kept, plainData, type Shelf } from '../../book/shelf.ts';
import { epubMessage } from './epub-message.ts';
import type { OfficialEpubcheck } from './official.ts';
import { lookAt } from './outside-checker.ts';

const run = promisify(execFile);

/** What the names of the folders in which it works begin with. */
const prefix = 'colophon-epubcheck-';

/** The part of EPUBCheck's JSON report that matters, the same in 4.2 and 5.3. */
const reportSchema = z.object({
  messages: z.array(
    z.object({
      ID: z.string(),
      severity: z.string(),
      message: z.string(),
      suggestion: z.string().nullish(),
      locations: z.array(z.object({ path: z.string(), line: z.number(), column: z.number() })),
    }),
  ),
});

/**
 * What 4.2 does not know yet and later ones do: whether a file passes must not hang on which is installed
 * (EPUB Accessibility 1.1, 4.4).
 */
const younger = /^Undefined property: "a11y:exemption"/;

type Report = z.infer<typeof reportSchema>;

/**
 * What the official EPUBCheck finds wrong with an EPUB: errors and warnings, one message for
 * every place; mere remarks where the user has not asked for it. Where it breaks off without the user having asked for it, there are none.
 *
 * It takes longer than all the rest of a build, so its report on the same bytes is kept.
 *
 * @param epub the container
 * @param name its file name, under which its files are named in the messages
 * @param epubcheck where it is
 * @param reports what it has reported before
 * @throws EnvironmentError where an EPUBCheck the user asked for breaks off
 */
export async function checkWithEpubcheck(
  epub: Bytes,
  name: string,
  epubcheck: OfficialEpubcheck,
  reports: Shelf,
): Promise<Message[]> {
  const report = await reportOn(epub, name, epubcheck, reports);
  const findings = (report?.messages ?? []).filter(({ message }) => !younger.test(message));
  return findings.flatMap(({ ID, severity, message, suggestion, locations }) => {
    const finding = { name, code: ID, severity, text: message, suggestion: suggestion ?? undefined };
    const places = locations.length > 0 ? locations : [{}];
    return places
      .flatMap((place) => epubMessage({ ...finding, ...place }))
      .map((each) => asTold(each, epubcheck));
  });
}

/**
 * A finding with the version that has it, as grave as it is found only where the user asked for it: what happens to
 * be installed must not decide whether a book is right.
 */
function asTold(message: Message, { version, explicit }: OfficialEpubcheck): Message {
  const reason = `${message.reason} (EPUBCheck ${version})`;
  return { ...message, reason, severity: explicit ? message.severity : 'info' };
}

/** The report kept of the same bytes, or a fresh one; undefined where the tool nobody asked for breaks off. */
async function reportOn(
  epub: Bytes,
  name: string,
  epubcheck: OfficialEpubcheck,
  reports: Shelf,
): Promise<Report | undefined> {
  try {
    const file = basename(name);
    const slot = reports.slot([isStored(epub) ? epub.sha256 : epub, file, epubcheck.version]);
    return await kept(slot, plainData<Report>(), () => freshReport(epub, file, epubcheck));
  } catch (error) {
    if (!epubcheck.explicit) return undefined;
    throw new EnvironmentError(
      `EPUBCheck (${epubcheck.description}) broke off`,
      'Run it on the EPUB by hand to see why, or unset EPUBCHECK.',
      { cause: error },
    );
  }
}

async function freshReport(epub: Bytes, file: string, epubcheck: OfficialEpubcheck): Promise<Report> {
  const report = await lookAt(epub, file, prefix, (folder, signal) => runOn(file, folder, epubcheck, signal));
  return reportSchema.parse(JSON.parse(report));
}

async function runOn(
  file: string,
  folder: string,
  { command, args }: OfficialEpubcheck,
  signal: AbortSignal,
): Promise<string> {
  const report = join(folder, 'report.json');
  const running = run(command, [...args, file, '--json', report, '--locale', 'en'], {
    cwd: folder,
    signal,
    timeout: 600_000,
    maxBuffer: 64 * 2 ** 20,
  });
  // It exits with 1 when it finds errors; whether it got through, the report tells.
  await running.catch(() => undefined);
  return readFile(report, 'utf8');
}
