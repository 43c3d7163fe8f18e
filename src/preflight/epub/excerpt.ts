import { open, type FileHandle } from 'node:fs/promises';
import { isStored, type Bytes } from '../../book/bytes.ts';

/** What is taken of each picture: no check looks further into one. */
const beginning = 4096;

/** Records of an archive and their lengths (APPNOTE.TXT 6.3, 4.3.7, 4.3.12 and 4.3.16). */
const directoryLine = { signature: 0x02014b50, length: 46 };
const localHeader = { length: 30 };
const endRecord = { length: 22 };

/** A file of the archive, and what of it is taken. */
interface Line {
  /** Its line in the directory, with its name. */
  readonly bytes: Buffer;
  readonly offset: number;
  readonly taken: number;
}

/**
 * A container as far as it is checked: of files that are stored in it, as pictures are, only the
 * beginning. One in memory stays as it is.
 *
 * @param epub a container as we write them: without ZIP64, extra fields and comments
 */
export async function excerptOf(epub: Bytes): Promise<Uint8Array> {
  if (!isStored(epub)) return epub;
  const file = await open(epub.file);
  try {
    const end = await partOf(file, epub.length - endRecord.length, endRecord.length);
    const listed = await partOf(file, end.readUInt32LE(16), end.readUInt32LE(12));
    const parts: Buffer[] = [];
    const directory: Buffer[] = [];
    let length = 0;
    for (const line of linesOf(listed)) {
      const header = await partOf(file, line.offset, localHeader.length);
      const named = localHeader.length + header.readUInt16LE(26) + header.readUInt16LE(28);
      const part = await partOf(file, line.offset, named + line.taken);
      shorten(part, 18, line.taken);
      shorten(line.bytes, 20, line.taken);
      line.bytes.writeUInt32LE(length, 42);
      parts.push(part);
      directory.push(line.bytes);
      length += part.length;
    }
    const list = Buffer.concat(directory);
    end.writeUInt32LE(list.length, 12);
    end.writeUInt32LE(length, 16);
    return Buffer.concat([...parts, list, end]);
  } finally {
    await file.close();
  }
}

function linesOf(directory: Buffer): Line[] {
  const lines: Line[] = [];
  let at = 0;
  while (at < directory.length && directory.readUInt32LE(at) === directoryLine.signature) {
    const names = [28, 30, 32].map((field) => directory.readUInt16LE(at + field));
    const length = directoryLine.length + names.reduce((sum, each) => sum + each, 0);
    const bytes = Buffer.from(directory.subarray(at, at + length));
    const size = bytes.readUInt32LE(20);
    const isPacked = bytes.readUInt16LE(10) !== 0;
    lines.push({ bytes, offset: bytes.readUInt32LE(42), taken: isPacked ? size : Math.min(size, beginning) });
    at += length;
  }
  return lines;
}

/** Both sizes of a stored file stand side by side; those of a packed one stay. */
function shorten(header: Buffer, at: number, taken: number): void {
  if (header.readUInt32LE(at) === taken) return;
  header.writeUInt32LE(taken, at);
  header.writeUInt32LE(taken, at + 4);
}

async function partOf(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const part = Buffer.alloc(length);
  await file.read(part, 0, length, start);
  return part;
}
