import { latin1, viewOf } from '../files/bytes.ts';
import { corrupt } from '../images/image-fault.ts';
import { foreign, type CleanAudio } from './clean-audio.ts';

/** A page of an Ogg stream (RFC 3533, 6). */
interface OggPage {
  readonly start: number;
  readonly end: number;
  readonly serial: number;
  /** The lengths of its segments; a packet ends with one shorter than 255. */
  readonly segments: Uint8Array;
  readonly content: Uint8Array;
}

const headerLength = 27;

/** Comments of a stream that has none, by nobody (RFC 7845, 5.2). */
const noComments = Buffer.from('OpusTags\0\0\0\0\0\0\0\0', 'latin1');

/**
 * Sound of Opus in Ogg without its comments: who made it, where, with what, and pictures. All pages are numbered anew
 * where the comments took several.
 *
 * @param bytes a file that begins as such files do
 */
export function cleanOpus(bytes: Uint8Array): CleanAudio {
  const pages = pagesIn(bytes);
  const [first] = pages ?? [];
  if (pages === undefined || first === undefined)
    return { fault: corrupt('is damaged: its parts cannot be told apart') };
  if (latin1(first.content, 0, 8) !== 'OpusHead')
    return { fault: foreign('holds sound in another coding than Opus') };
  if (pages.some(({ serial }) => serial !== first.serial))
    return { fault: foreign('holds more than one stream') };
  const sound = endOfComments(pages);
  if (sound === undefined) return { fault: corrupt('is damaged: its comments have no end') };
  const comments = commentsPage(bytes, pages[1]!);
  const rest = pages.slice(sound);
  const moved = rest.map((page, index) => numbered(bytes.subarray(page.start, page.end), index + 2));
  const clean = Buffer.concat([bytes.subarray(first.start, first.end), comments, ...moved]);
  return { bytes: clean.equals(bytes) ? bytes : clean, hadPlace: false };
}

function pagesIn(bytes: Uint8Array): OggPage[] | undefined {
  const view = viewOf(bytes);
  const pages: OggPage[] = [];
  for (let start = 0; start < bytes.length;) {
    if (latin1(bytes, start, start + 4) !== 'OggS' || start + headerLength > bytes.length) return undefined;
    const listed = start + headerLength + bytes[start + 26]!;
    const segments = bytes.subarray(start + headerLength, listed);
    const end = listed + segments.reduce((sum, each) => sum + each, 0);
    if (end > bytes.length) return undefined;
    pages.push({
      start,
      end,
      serial: view.getUint32(start + 14, true),
      segments,
      content: bytes.subarray(listed, end),
    });
    start = end;
  }
  return pages;
}

/** The index of the page behind the comments, which begin on the second and end with their page. */
function endOfComments(pages: ReadonlyArray<OggPage>): number | undefined {
  if (pages[1] === undefined || latin1(pages[1].content, 0, 8) !== 'OpusTags') return undefined;
  const last = pages.findIndex(({ segments }, index) => index > 0 && segments.some((each) => each < 255));
  return last === -1 ? undefined : last + 1;
}

/** The second page, with a packet of comments that has none. */
function commentsPage(bytes: Uint8Array, { start }: OggPage): Buffer {
  const header = Buffer.from(bytes.subarray(start, start + headerLength));
  header[26] = 1;
  return numbered(Buffer.concat([header, Buffer.from([noComments.length]), noComments]), 1);
}

/** A page with another number, and the checksum that it has then. */
function numbered(page: Uint8Array, sequence: number): Buffer {
  const copy = Buffer.from(page);
  copy.writeUInt32LE(sequence, 18);
  copy.writeUInt32LE(0, 22);
  copy.writeUInt32LE(checksum(copy), 22);
  return copy;
}

/** The CRC of Ogg: polynomial 0x04c11db7, from the highest bit. */
function checksum(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) crc = ((crc << 8) ^ table[(crc >>> 24) ^ byte]!) >>> 0;
  return crc;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 24;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x80000000) === 0 ? crc << 1 : (crc << 1) ^ 0x04c11db7;
  return crc >>> 0;
});
