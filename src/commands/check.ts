import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isStored, type Bytes } from '../book/bytes.ts';
import { append } from '../book/long-lists.ts';
import { UsageError } from '../book/errors.ts';
import { largestManifest, manifestName, parseManifest, type Manifest } from '../book/manifest.ts';
import type { Message } from '../book/messages/messages.ts';
import { judgeBy, typed } from '../build/judge-options.ts';
import type { Printer } from '../book/printer.ts';
import type { Store } from '../book/store.ts';
import { coverDemandsOf, demandsOf } from '../preflight/pdf/demands.ts';
import { preflight, type Expectations, type Purpose } from '../preflight/pdf/preflight.ts';
import { readRelease } from '../preflight/release/read-release.ts';
import { expectationsOf } from '../preflight/pdf/release-expectations.ts';
import { printerNames, readPrinter } from '../read/printers/printer.ts';
import { readRegular } from '../release/read-regular.ts';
import { settleRelease } from '../release/write.ts';
import { readWhole, releaseFiles } from './release-files.ts';
import { toldInManuscript } from './told-in-manuscript.ts';
import { notAmong } from './not-among.ts';
import { askedOf, judgeAnyEpub, judgeWhole, storesOf } from './judged-epub.ts';

export interface CheckOptions {
  /** What PDFs are for; by default what they look made for, and covers where a printer gets a single page. */
  readonly as?: Purpose | 'cover';
  /** The printer whose demands hold; by default the one that the release was made for. */
  readonly printer?: string;
  /** The stores whose demands hold; by default those that the release was made for; without a manifest, what any store asks for. */
  readonly stores?: ReadonlyArray<string>;
  /** Whether what EPUBCheck reported on the same bytes is taken from the cache folder, and kept there; by default neither. */
  readonly cache?: boolean;
}

const judgesOfChecks = {
  as: typed('string', 'what PDFs are for'),
  printer: typed('string', 'the name of a printer'),
  stores: (value: unknown, name: string) =>
    Array.isArray(value) ? undefined : `${name} takes a list of names of stores`,
  cache: typed('boolean', 'true or false'),
} satisfies Record<keyof CheckOptions, unknown>;

/** A file that was judged. */
export interface CheckedFile {
  readonly path: string;
  readonly kind: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface CheckResult {
  /** Whether nothing is wrong; warnings are not. */
  readonly ok: boolean;
  readonly messages: ReadonlyArray<Message>;
  readonly artifacts: ReadonlyArray<CheckedFile>;
}

/**
 * Judges a finished file, a PDF or an EPUB of whatever origin, or all files of a release.
 *
 * @param path of the file, or of the folder a build wrote
 * @throws UsageError where there is no such file, or it is of another kind
 * @throws EnvironmentError where it cannot be read
 */
export async function check(path: string, options: CheckOptions = {}): Promise<CheckResult> {
  judgeBy(judgesOfChecks, options);
  const judges = { printer: await printerOf(options.printer), stores: await storesOf(options.stores ?? []) };
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new UsageError(`There is no file or folder ${path}`);
  // A device may never come to an end.
  if (!found.isDirectory() && !found.isFile()) throw new UsageError(`${path} is neither a file nor a folder`);
  const { messages, artifacts } = found.isDirectory()
    ? await checkFolder(path, options, judges)
    : await checkFile(path, options, judges);
  return { ok: !messages.some(({ severity }) => severity === 'error'), messages, artifacts };
}

/** Whose demands hold, where somebody has named them. */
interface Named {
  readonly printer: Printer | undefined;
  readonly stores: ReadonlyArray<Store>;
}

type Checked = Pick<CheckResult, 'messages' | 'artifacts'>;

async function checkFile(
  path: string,
  { as, cache = false }: CheckOptions,
  { printer, stores }: Named,
): Promise<Checked> {
  const bytes = await readWhole(path);
  const kind = /\.(pdf|epub)$/i.exec(path)?.[1]?.toLowerCase() ?? kindOf(bytes);
  if (kind === undefined) throw new UsageError(`${path} is neither a PDF nor an EPUB`);
  const name = basename(path);
  const judged = checked(name, kind, bytes);
  const findings =
    kind === 'epub'
      ? await judgeAnyEpub(bytes, name, stores, cache)
      : await preflight(bytes, name, askedAs(as, printer));
  const file = { name, bytes, sha256: judged.sha256 };
  const messages = await toldInManuscript(findings, file, await releaseOf(path, judged));
  return { messages, artifacts: [judged] };
}

/** The manifest beside a file, where that is one of its release, as it was released. */
async function releaseOf(path: string, { sha256 }: CheckedFile): Promise<Manifest | undefined> {
  const bytes = await readRegular(join(dirname(path), manifestName), largestManifest).catch(() => undefined);
  const manifest = bytes === undefined ? undefined : parseManifest(bytes);
  const isOfIt = manifest?.artifacts.some((each) => each.path === basename(path) && each.sha256 === sha256);
  return isOfIt === true ? manifest : undefined;
}

function askedAs(as: CheckOptions['as'], printer: Printer | undefined): Expectations {
  if (as === 'cover') return coverDemandsOf(printer);
  if (as === 'screen') return { as };
  return { as, ...demandsOf(printer), ...(as === 'press' && { cover: undefined }) };
}

async function checkFolder(
  folder: string,
  { as, cache = false }: CheckOptions,
  { printer: given, stores }: Named,
): Promise<Checked> {
  await settleRelease(folder);
  const files = await releaseFiles(folder, (name) => /\.(?:pdf|epub)$/i.test(name));
  const { manifest, messages } = readRelease(files);
  const found: Message[] = [];
  const artifacts: CheckedFile[] = [];
  const kinds = new Map(manifest?.artifacts.map(({ path, kind }) => [path, kind]));
  const sums = new Map(manifest?.artifacts.map(({ path, sha256 }) => [path, sha256]));
  const own = await printerOf(manifest?.metadata.print.printer).catch(() => undefined);
  const asked = await askedOf(stores, manifest);
  for (const [name, file] of files) {
    const isBook = /\.(pdf|epub)$/i.test(name);
    if (!isBook && !kinds.has(name)) continue;
    // Of PDFs on disk those alone can be judged that are as we wrote them.
    const isOurs = isStored(file) && name.endsWith('.pdf') && sums.get(name) === file.sha256;
    const bytes = isStored(file) && !isOurs ? await readWhole(file.file) : file;
    const kind = kinds.get(name) ?? (isStored(bytes) ? undefined : kindOf(bytes));
    if (kind === undefined) continue;
    const judged = checked(name, kind, bytes);
    artifacts.push(judged);
    const expectations = { ...(as !== 'cover' && { as }), ...expected(kind, manifest, { given, own }) };
    const findings =
      kind === 'epub' && !isStored(bytes)
        ? await judgeWhole(bytes, name, asked, cache)
        : name.endsWith('.pdf')
          ? await preflight(bytes, name, expectations)
          : [];
    append(found, await toldInManuscript(findings, { name, bytes, sha256: judged.sha256 }, manifest));
  }
  if (artifacts.length === 0) throw new UsageError(`There is no PDF, no EPUB and no release in ${folder}`);
  return { messages: [...messages, ...(manifest?.checks?.manuscript.messages ?? []), ...found], artifacts };
}

/**
 * What a PDF in the folder must be: what its release says, or what any printer demands. What a build
 * has warned of is not found again.
 */
function expected(
  kind: string,
  manifest: Manifest | undefined,
  { given, own }: { readonly given: Printer | undefined; readonly own: Printer | undefined },
): ReturnType<typeof expectationsOf> {
  if (manifest === undefined) return kind === 'pdf' ? {} : demandsOf(given);
  const { pages, metadata, checks } = manifest;
  const warned = checks?.manuscript.messages ?? [];
  const knowsMissing =
    metadata.rules?.['glyph-missing'] === 'off' || warned.some(({ rule }) => rule === 'glyph-missing');
  const isOwn = given === undefined || given.name === own?.name;
  return { ...expectationsOf(kind, { ...metadata, pages }, given ?? own, isOwn), knowsMissing };
}

async function printerOf(name: string | undefined): Promise<Printer | undefined> {
  if (name === undefined) return undefined;
  const names = await printerNames();
  if (!names.includes(name)) throw notAmong('--printer', name, names);
  return readPrinter(name);
}

function kindOf(bytes: Uint8Array): 'pdf' | 'epub' | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (head.includes('%PDF-')) return 'pdf';
  return head.startsWith('PK') && head.includes('application/epub+zip') ? 'epub' : undefined;
}

function checked(path: string, kind: string, bytes: Bytes): CheckedFile {
  const sha256 = isStored(bytes) ? bytes.sha256 : createHash('sha256').update(bytes).digest('hex');
  return { path, kind, bytes: bytes.length, sha256 };
}
