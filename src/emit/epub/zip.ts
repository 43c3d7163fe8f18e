import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import { isStored, type Bytes } from '../../book/bytes.ts';
import type { ByteSink } from '../../machine/bytes/byte-sink.ts';
import { readBytes, readParts } from '../../machine/bytes/read-bytes.ts';

/** A file of the archive as its directory lists it. */
interface Entry {
  readonly name: Buffer;
  readonly method: typeof stored | typeof deflated;
  /** Of its bytes before they were packed. */
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
}

const stored = 0;
const deflated = 8;

/** Version 2.0 of the format, with names in UTF-8 (APPNOTE.TXT, 4.4.3 and 4.4.4). */
const version = 20;
const namesInUtf8 = 0x0800;

/** Compressed already: deflating them again costs time and saves nothing. */
const compressed = /\.(?:jpe?g|png|gif|woff2?|mp3|m4a|opus|mp4)$/;

/**
 * Writes the files as an EPUB container, the same bytes for the same input: `mimetype` first and stored,
 * then the container and package documents, then the rest by name. No entry has an extra field.
 *
 * EPUB 3.3, 4.3.2 and 4.3.3. The packing is done beside the thread, several files at a time.
 *
 * @param files by path in the archive
 * @param modified the date of every entry, written in UTC
 * @param archive takes the container
 * @throws RangeError where there are more files or bytes than the format counts without ZIP64
 */
export async function zip(
  files: ReadonlyMap<string, string | Bytes>,
  modified: Date,
  archive: ByteSink,
): Promise<void> {
  const ordered = [...files].toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const date = dosDate(modified);
  const directory: Uint8Array[] = [];
  for await (const { packed, ...entry } of packedInTurn(ordered)) {
    const header = described(entry, date);
    directory.push(directoryHeader(entry, header, archive.length));
    await archive.add(Buffer.concat([signature(0x04034b50), header, entry.name]));
    if (packed instanceof Uint8Array) await archive.add(packed);
    // A film would fill the memory.
    else for await (const part of readParts(packed)) await archive.add(Buffer.from(part));
  }
  const listed = Buffer.concat(directory);
  const start = archive.length;
  await archive.add(listed);
  await archive.add(end(directory.length, listed.length, start));
}

function rank(name: string): number {
  const first = ['mimetype', 'META-INF/container.xml', 'OEBPS/content.opf'].indexOf(name);
  return first === -1 ? 3 : first;
}

/** Files packed at the same time: each takes a quarter of a megabyte of working space. */
const atOnce = 8;

/** Bytes from which on files are packed alone: eight photographs take much memory. */
const large = 4 << 20;

type Packed = Entry & { readonly packed: Bytes };
type Named = readonly [name: string, content: string | Bytes];

async function* packedInTurn(files: ReadonlyArray<Named>): AsyncGenerator<Packed> {
  for (const group of groupsOf(files))
    yield* await Promise.all(group.map(([name, content]) => pack(name, content)));
}

function groupsOf(files: ReadonlyArray<Named>): Named[][] {
  const groups: Named[][] = [];
  let open: Named[] = [];
  for (const file of files) {
    const isLarge = file[1].length > large;
    if (isLarge || open.length === atOnce) open = [];
    if (open.length === 0) groups.push(open);
    open.push(file);
    if (isLarge) open = [];
  }
  return groups;
}

async function pack(name: string, file: string | Bytes): Promise<Packed> {
  const goesAsItIs = name === 'mimetype' || compressed.test(name);
  if (goesAsItIs && typeof file !== 'string' && isStored(file) && file.length > large)
    return packStored(name, file);
  const content = typeof file === 'string' ? Buffer.from(file) : await readBytes(file);
  const packed = goesAsItIs ? content : await promisify(deflateRaw)(content, { level: 9 });
  return {
    name: Buffer.from(name),
    method: goesAsItIs ? stored : deflated,
    crc: crc32(content),
    size: content.length,
    packedSize: packed.length,
    packed,
  };
}

/** A large file that is packed as it is: its checksum goes before it, so it is read twice, and never as a whole. */
async function packStored(name: string, file: Bytes): Promise<Packed> {
  let crc = 0;
  for await (const part of readParts(file)) crc = crc32(part, crc);
  const { length } = file;
  return { name: Buffer.from(name), method: stored, crc, size: length, packedSize: length, packed: file };
}

/** The earliest and the last date that an archive can hold. */
const epoch = Date.UTC(1980, 0, 1);
const last = Date.UTC(2107, 11, 31, 23, 59, 58);

/** Date and time as one number (APPNOTE.TXT, 4.4.6), in steps of two seconds. */
function dosDate(modified: Date): number {
  const date = new Date(Math.min(Math.max(modified.getTime(), epoch), last));
  const days = ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  return days * 0x10000 + time;
}

/** What both headers of a file say of it, from the version needed to the length of an extra field. */
function described({ name, method, crc, size, packedSize }: Entry, date: number): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(version, 0);
  header.writeUInt16LE(namesInUtf8, 2);
  header.writeUInt16LE(method, 4);
  header.writeUInt32LE(date, 6);
  header.writeUInt32LE(crc, 10);
  header.writeUInt32LE(packedSize, 14);
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
