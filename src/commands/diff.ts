import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import JSZip from 'jszip';
import { EnvironmentError, UsageError } from '../book/errors.ts';
import { largestManifest, manifestName, parseManifest, type Manifest } from '../book/manifest.ts';
import { spineWidth } from '../book/spine.ts';
import { changesOf, type ComparedRelease, type ReleaseChanges } from '../compare/changes.ts';
import { printerNames, readPrinter } from '../read/printers/printer.ts';

/**
 * What has changed from one release of a book to another.
 *
 * @param old the folder of a release, a ZIP archive of one, or its `release.json`
 * @param next the newer one
 * @throws UsageError where there is no such file, or no release in it that tells of its contents
 * @throws EnvironmentError where it cannot be read
 */
export async function diff(old: string, next: string): Promise<ReleaseChanges> {
  const [before, after] = await Promise.all([releaseAt(old), releaseAt(next)]);
  return changesOf(before, after);
}

async function releaseAt(path: string): Promise<ComparedRelease> {
  const bytes = await manifestAt(path);
  const manifest = parseManifest(bytes);
  if (manifest === undefined)
    throw new UsageError(`The ${manifestName} in ${path} is not one of Colophon, or is broken`);
  if (manifest.contents === undefined)
    throw new UsageError(
      `The release in ${path} does not tell of its contents: build it again with this version`,
    );
  const { metadata } = JSON.parse(Buffer.from(bytes).toString('utf8')) as {
    metadata: Readonly<Record<string, unknown>>;
  };
  return { manifest, metadata, spine: await spineOf(manifest) };
}

async function manifestAt(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new UsageError(`There is no file or folder ${path}`);
  if (found.isDirectory())
    return manifestAt(join(path, manifestName)).catch((error: unknown) => {
      throw error instanceof UsageError
        ? new UsageError(`There is no release in ${path}: it has no ${manifestName}`)
        : error;
    });
  if (!found.isFile()) throw new UsageError(`${path} is neither a file nor a folder`);
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new EnvironmentError(`${path} cannot be read`, 'Give yourself the right to read it.', {
      cause: error,
    });
  });
  return isZip(bytes) ? unpacked(bytes, path) : bytes;
}

function isZip(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).equals(Buffer.from('PK\u0003\u0004'));
}

/** The manifest in an archive, whichever folder of it holds it. */
async function unpacked(bytes: Uint8Array, path: string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes).catch(() => undefined);
  if (zip === undefined) throw new UsageError(`${path} is a broken ZIP archive`);
  const [file, ...others] = zip.filter((name) => basename(name) === manifestName);
  if (file === undefined || others.length > 0)
    throw new UsageError(`${path} holds ${file === undefined ? 'no' : 'more than one'} ${manifestName}`);
  return readLimited(file, path);
}

/** What unpacks to more than a manifest may have is none. */
function readLimited(file: JSZip.JSZipObject, path: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    const stream = file.nodeStream();
    stream.on('data', (part: Buffer) => {
      size += part.length;
      parts.push(part);
      if (size > largestManifest) {
        stream.pause();
        reject(new UsageError(`The ${manifestName} in ${path} is not one of Colophon, or is broken`));
      }
    });
    stream.on('end', () => resolve(Buffer.concat(parts)));
    stream.on('error', () => reject(new UsageError(`${path} is a broken ZIP archive`)));
  });
}

async function spineOf({ metadata: { print }, pages }: Manifest): Promise<number | undefined> {
  const name = (await printerNames()).find((each) => each === print.printer);
  if (name === undefined || pages === undefined) return undefined;
  const printer = await readPrinter(name);
  const paper = printer.papers.find((each) => each.name === print.paper) ?? printer.papers[0];
  return spineWidth(printer, paper, pages + (pages % 2));
}
