import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { EnvironmentError } from '../../book/errors.ts';
import { isStored, type Bytes } from '../../book/bytes.ts';
import type { Message } from '../../book/messages/messages.ts';
import { kept, plainData, type Shelf } from '../../book/shelf.ts';
import { lookAt } from './outside-checker.ts';
import { openArchive, type ArchiveFile } from './stores/archive.ts';
import { readXml, type StartTag } from './stores/read-xml.ts';
import { excessiveSize } from './unpacked-size.ts';

const run = promisify(execFile);

/** What the names of the folders in which it works begin with. */
const prefix = 'colophon-ace-';

/** The browser that Ace opens the documents with. */
interface Browser {
  readonly executable: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** The part of Ace's report that matters. */
const reportSchema = z.object({
  assertions: z.array(
    z.object({
      'earl:testSubject': z.object({ url: z.string() }),
      assertions: z.array(
        z.object({
          'earl:test': z.object({
            'dct:title': z.string(),
            'earl:impact': z.string(),
            help: z.object({
              url: z.string(),
              'dct:title': z.string(),
              'dct:description': z.string().optional(),
            }),
          }),
          'earl:result': z.object({
            'dct:description': z.string(),
            'earl:pointer': z.object({ cfi: z.array(z.string()) }).optional(),
          }),
        }),
      ),
    }),
  ),
});
type Report = z.infer<typeof reportSchema>;
type Document = Report['assertions'][number];
type Assertion = Document['assertions'][number];

/**
 * What Ace by DAISY finds that keeps people from reading an EPUB, at the element of its document: where `ACE` names
 * Ace, as a command or by the path of its script; nothing otherwise. What is serious is a warning, all else a remark.
 *
 * @param name the file name, for messages
 * @param browser asked for where Ace is wanted
 * @param reports what it has reported before
 * @throws EnvironmentError where Ace breaks off
 */
export async function judgeByAce(
  epub: Bytes,
  name: string,
  browser: () => Promise<Browser>,
  reports: Shelf,
): Promise<Message[]> {
  const wished = process.env['ACE']?.trim() ?? '';
  if (wished === '' || wished === 'off' || (!isStored(epub) && excessiveSize(epub) !== undefined)) return [];
  const command = /\.[cm]?js$/.test(wished) ? [process.execPath, wished] : [wished];
  try {
    const version = await answerOf([...command, '--version']);
    const file = basename(name);
    const slot = reports.slot(['ace', isStored(epub) ? epub.sha256 : epub, file, version]);
    const { assertions } = await kept(slot, plainData<Report>(), async () =>
      lookAt(epub, file, prefix, async (folder, signal) =>
        freshReport(command, file, folder, await browser(), signal),
      ),
    );
    const files = assertions.length === 0 ? new Map<string, ArchiveFile>() : await openArchive(epub);
    return (
      await Promise.all(assertions.map((document) => messagesOn(document, name, files, version)))
    ).flat();
  } catch (error) {
    throw new EnvironmentError(
      `Ace (${wished}) broke off`,
      'Run it on the EPUB by hand to see why; ACE names its command or ace.js. Without ACE it is left out.',
      { cause: error },
    );
  }
}

async function answerOf([program = '', ...args]: ReadonlyArray<string>): Promise<string> {
  return (await run(program, args, { timeout: 60_000 })).stdout.trim().replace(/^v/, '');
}

async function freshReport(
  [program = '', ...args]: ReadonlyArray<string>,
  file: string,
  folder: string,
  { executable, env }: Browser,
  signal: AbortSignal,
): Promise<Report> {
  const running = run(program, [...args, '--silent', '--outdir', join(folder, 'report'), file], {
    cwd: folder,
    signal,
    timeout: 600_000,
    // A busy machine takes longer than Ace's five seconds to start a browser.
    env: { ACE_TIMEOUT_INITIAL: '60000', ...process.env, ...env, PUPPETEER_EXECUTABLE_PATH: executable },
  });
  // It may fail for what it finds; whether it got through, the report tells.
  await running.catch(() => undefined);
  return reportSchema.parse(JSON.parse(await readFile(join(folder, 'report', 'report.json'), 'utf8')));
}

async function messagesOn(
  { 'earl:testSubject': { url }, assertions }: Document,
  name: string,
  files: ReadonlyMap<string, ArchiveFile>,
  version: string,
): Promise<Message[]> {
  if (assertions.length === 0) return [];
  // Of the package document Ace gives no address.
  const path = [...files.keys()].find((each) => `/${each}`.endsWith(`/${decodeURI(url)}`));
  const source = path === undefined ? undefined : await files.get(path)?.read();
  return assertions.map((assertion) => {
    const place = source === undefined ? undefined : placeOf(assertion, source);
    const { 'earl:test': test, 'earl:result': result } = assertion;
    const isGrave = /^(?:critical|serious)$/.test(test['earl:impact']);
    return {
      file: path === undefined ? name : `${name}/${path}`,
      line: place?.line ?? 1,
      column: place?.column ?? 1,
      severity: isGrave ? 'warning' : 'info',
      rule: `ace/${test['dct:title']}`,
      reason: `${(result['dct:description'].split('\n')[0] ?? '').replace(/\.$/, '')} (Ace ${version})`,
      hint: `${test.help['dct:description'] ?? test.help['dct:title']}. ${test.help.url}`,
    };
  });
}

/** Where the element begins that a finding points to, by the steps of its fragment identifier (EPUB CFI, 2.2). */
function placeOf({ 'earl:result': result }: Assertion, source: Uint8Array): StartTag | undefined {
  const [cfi] = result['earl:pointer']?.cfi ?? [];
  if (cfi === undefined) return undefined;
  const steps = [...cfi.replaceAll(/\[[^\]]*\]/g, '').matchAll(/\/(\d+)/g)].map(([, step]) => Number(step));
  const wanted = steps
    .filter((step) => step % 2 === 0)
    .map((step) => step / 2)
    .join('/');
  let found: StartTag | undefined;
  const counts = [0];
  readXml(source, {
    onStart: (tag) => {
      counts.push((counts.pop() ?? 0) + 1);
      if (counts.slice(1).join('/') === wanted) found ??= tag;
      counts.push(0);
    },
    onEnd: () => void counts.pop(),
  });
  return found;
}
