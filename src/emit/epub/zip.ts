import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

/** A file of the archive, packed. */
interface Entry {
  readonly name: Buffer;
  readonly method: typeof stored | typeof deflated;
  /** Of its bytes before they were packed. */
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
}

const stored = 0;
const deflated = 8;

/** Version 2.0 of the format, with names in UTF-8 (APPNOTE.TXT, 4.4.3 and 4.4.4). */
const version = 20;
const namesInUtf8 = 0x0800;

/** Compressed already: deflating them again costs time and saves nothing. */
const compressed = /\.(?:jpe?g|png|gif|woff2?)$/;

/**
 * The files as an EPUB container, the same bytes for the same input: `mimetype` first and stored,
 * then the container and package documents, then the rest by name. No entry has an extra field.
 *
 * EPUB 3.3, 4.3.2 and 4.3.3. The packing is done beside the thread, several files at a time.
 *
 * @param files by path in the archive
 * @param modified the date of every entry, written in UTC
 * @throws RangeError where there are more files or bytes than the format counts without ZIP64
 */
export async function zip(
  files: ReadonlyMap<string, string | Uint8Array>,
  modified: Date,
): Promise<Uint8Array> {
  const ordered = [...files].toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const entries = await packAll(ordered);
  const date = dosDate(modified);
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let length = 0;
  for (const entry of entries) {
    const header = described(entry, date);
    directory.push(directoryHeader(entry, header, length));
    const local = Buffer.concat([signature(0x04034b50), header, entry.name]);
    parts.push(local, entry.packed);
    length += local.length + entry.packed.length;
  }
  const listed = Buffer.concat(directory);
  return Buffer.concat([...parts, listed, end(entries.length, listed.length, length)]);
}

function rank(name: string): number {
  const first = ['mimetype', 'META-INF/container.xml', 'OEBPS/content.opf'].indexOf(name);
  return first === -1 ? 3 : first;
}

/** Files packed at the same time: each takes a quarter of a megabyte of working space. */
const atOnce = 8;

async function packAll(files: ReadonlyArray<readonly [string, string | Uint8Array]>): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let start = 0; start < files.length; start += atOnce) {
    const group = files.slice(start, start + atOnce).map(([name, content]) => pack(name, content));
    entries.push(...(await Promise.all(group)));
  }
  return entries;
}

async function pack(name: string, file: string | Uint8Array): Promise<Entry> {
  const content = typeof file === 'string' ? Buffer.from(file) : file;
  const isStored = name === 'mimetype' || compressed.test(name);
  return {
    name: Buffer.from(name),
    method: isStored ? stored : deflated,
    crc: crc32(content),
    size: content.length,
    packed: isStored ? content : await promisify(deflateRaw)(content, { level: 9 }),
  };
}

/** The earliest date an archive can hold. */
const epoch = Date.UTC(1980, 0, 1);

/** Date and time as one number (APPNOTE.TXT, 4.4.6), in steps of two seconds. */
function dosDate(modified: Date): number {
  const date = new Date(Math.max(modified.getTime(), epoch));
  const days = ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  return days * 0x10000 + time;
}

/** What both headers of a file say of it, from the version needed to the length of an extra field. */
function described({ name, method, crc, size, packed }: Entry, date: number): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(version, 0);
  header.writeUInt16LE(namesInUtf8, 2);
  header.writeUInt16LE(method, 4);
  header.writeUInt32LE(date, 6);
  header.writeUInt32LE(crc, 10);
  header.writeUInt32LE(packed.length, 14);
  header.writeUInt32LE(size, 18);
  header.writeUInt16LE(name.length, 22);
  return header;
}

/** The line of the directory for a file that begins `offset` bytes into the archive (4.3.12). */
function directoryHeader({ name }: Entry, header: Buffer, offset: number): Buffer {
  const made = Buffer.alloc(2);
  made.writeUInt16LE(version);
  // No comment, the first volume, no attributes.
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([signature(0x02014b50), made, header, rest, name]);
}

/** What an archive ends with (4.3.16): how much the directory holds, and where it begins. */
function end(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(18);
  record.writeUInt16LE(count, 4);
  record.writeUInt16LE(count, 6);
  record.writeUInt32LE(size, 8);
  record.writeUInt32LE(offset, 12);
  return Buffer.concat([signature(0x06054b50), record]);
}

function signature(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}
