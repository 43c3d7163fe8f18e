import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { isStored, type Bytes } from '../../../book/bytes.ts';

const inflate = promisify(inflateRaw);

/** Signatures and lengths of the records of an archive (APPNOTE.TXT 6.3, 4.3.7, 4.3.12 and 4.3.16). */
const directoryLine = { signature: 0x02014b50, length: 46 };
const localHeader = { length: 30 };
const endRecord = { signature: 0x06054b50, length: 22, longestComment: 2 ** 16 };

/** The most that is unpacked of one file: no text and no picture of a book comes to more. */
const most = 2 ** 28;

/** A file of an archive. */
export interface ArchiveFile {
  readonly path: string;
  /** How many bytes it unpacks to. */
  readonly bytes: number;
  /** Its first bytes unpacked; all of a packed file. */
  readonly read: (length?: number) => Promise<Buffer>;
}

/**
 * The files of an archive by path; none where it is no archive that can be read. Of one on disk nothing is read
 * that is not asked for.
 *
 * @param bytes the archive
 */
export async function openArchive(bytes: Bytes): Promise<ReadonlyMap<string, ArchiveFile>> {
  const part = partsOf(bytes);
  const tail = await part(bytes.length - endRecord.length - endRecord.longestComment, bytes.length);
  const end = tail.lastIndexOf(signatureBytes(endRecord.signature));
  const files = new Map<string, ArchiveFile>();
  if (end === -1 || end + endRecord.length > tail.length) return files;
  const at = tail.readUInt32LE(end + 16);
  const directory = await part(at, at + tail.readUInt32LE(end + 12));
  for (let line = 0; line + directoryLine.length <= directory.length;) {
    if (directory.readUInt32LE(line) !== directoryLine.signature) break;
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((field) =>
      directory.readUInt16LE(line + field),
    );
    const start = line + directoryLine.length;
    const file = fileOf(directory.subarray(line, start + name), part);
    if (!file.path.endsWith('/')) files.set(file.path, file);
    line = start + name + extra + comment;
  }
  return files;
}

type Part = (start: number, end: number) => Promise<Buffer>;

function fileOf(line: Buffer, part: Part): ArchiveFile {
  const packed = line.readUInt32LE(20);
  const bytes = line.readUInt32LE(24);
  const offset = line.readUInt32LE(42);
  const isStoredInIt = line.readUInt16LE(10) === 0;
  const read = async (length = bytes): Promise<Buffer> => {
    const header = await part(offset, offset + localHeader.length);
    if (header.length < localHeader.length) return Buffer.alloc(0);
    const start = offset + localHeader.length + header.readUInt16LE(26) + header.readUInt16LE(28);
    if (isStoredInIt) return part(start, start + Math.min(packed, length));
    if (bytes > most) return Buffer.alloc(0);
    // A damaged file is told of by other checks.
    return inflate(await part(start, start + packed), { maxOutputLength: most }).catch(() => Buffer.alloc(0));
  };
  return { path: line.toString('utf8', directoryLine.length), bytes, read };
}

/** What gives a stretch of the bytes, as far as there are any. */
function partsOf(bytes: Bytes): Part {
  const within = (place: number): number => Math.min(Math.max(0, place), bytes.length);
  if (!isStored(bytes)) {
    const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return async (start, end) => all.subarray(within(start), within(end));
  }
  return async (start, end) => {
    const file = await open(bytes.file);
    try {
      const length = Math.max(0, within(end) - within(start));
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, within(start));
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  };
}

function signatureBytes(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}
