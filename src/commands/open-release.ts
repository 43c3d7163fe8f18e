import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import JSZip from 'jszip';
import { EnvironmentError, UsageError } from '../book/errors.ts';
import { largestManifest, manifestName, parseManifest, type Manifest } from '../book/manifest.ts';
import { spineWidth } from '../book/spine.ts';
import type { ComparedRelease } from '../compare/changes.ts';
import { printerNames, readPrinter } from '../read/printers/printer.ts';
import { readRegular } from '../release/read-regular.ts';

/** Files from this many bytes on are not looked into: those of photographs would fill the memory. */
const largestFile = 256 << 20;

/** A release to be compared, and its files where they are at hand. */
export interface OpenRelease extends ComparedRelease {
  /** A file of it; undefined where there is none of this name, or the manifest alone is there. */
  readonly read: (name: string) => Promise<Uint8Array | undefined>;
}

/**
 * Opens a release: its folder, a ZIP archive of one, or its `release.json`.
 *
 * @throws UsageError where there is no such file, or no release in it that tells of its contents
 * @throws EnvironmentError where it cannot be read
 */
export async function openRelease(path: string): Promise<OpenRelease> {
  const { bytes, read } = await manifestAt(path);
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
  return { manifest, metadata, spine: await spineOf(manifest), read };
}

/** The bytes of a manifest, and how the files beside it are read. */
interface ManifestAt extends Pick<OpenRelease, 'read'> {
  readonly bytes: Uint8Array;
}

async function manifestAt(path: string): Promise<ManifestAt> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new UsageError(`There is no file or folder ${path}`);
  if (found.isDirectory())
    return manifestAt(join(path, manifestName)).then(
      ({ bytes }) => ({ bytes, read: (name) => readRegular(join(path, name), largestFile) }),
      (error: unknown) => {
        throw error instanceof UsageError
          ? new UsageError(`There is no release in ${path}: it has no ${manifestName}`)
          : error;
      },
    );
  if (!found.isFile()) throw new UsageError(`${path} is neither a file nor a folder`);
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new EnvironmentError(`${path} cannot be read`, 'Give yourself the right to read it.', {
      cause: error,
    });
  });
  return isZip(bytes) ? unpacked(bytes, path) : { bytes, read: () => Promise.resolve(undefined) };
}

function isZip(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).equals(Buffer.from('PK\u0003\u0004'));
}

/** The manifest in an archive, whichever folder of it holds it. */
async function unpacked(bytes: Uint8Array, path: string): Promise<ManifestAt> {
  const zip = await JSZip.loadAsync(bytes).catch(() => undefined);
  if (zip === undefined) throw new UsageError(`${path} is a broken ZIP archive`);
  const [file, ...others] = zip.filter((name) => basename(name) === manifestName);
  if (file === undefined || others.length > 0)
    throw new UsageError(`${path} holds ${file === undefined ? 'no' : 'more than one'} ${manifestName}`);
  const place = file.name.slice(0, -manifestName.length);
  return {
    bytes: await readLimited(file, path, largestManifest),
    read: async (name) => {
      const beside = zip.file(place + name);
      return beside === null ? undefined : readLimited(beside, path, largestFile);
    },
  };
}

/** What unpacks to more than a file of its kind may have is none. */
function readLimited(file: JSZip.JSZipObject, path: string, most: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    const stream = file.nodeStream();
    stream.on('data', (part: Buffer) => {
      size += part.length;
      parts.push(part);
      if (size > most) {
        stream.pause();
        reject(new UsageError(`${basename(file.name)} in ${path} is not one of Colophon, or is broken`));
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
