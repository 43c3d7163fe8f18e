import { latin1, viewOf } from '../files/bytes.ts';

/** Boxes that hold the boxes which matter here (ISO/IEC 14496-12, table 1). */
const holders: ReadonlySet<string> = new Set(['moov', 'trak', 'mdia', 'minf', 'dinf', 'stbl']);

/**
 * Boxes that say how picture and sound are played (ISO/IEC 14496-12, table 1). All others are about the recording, or
 * belong to makers of cameras: who made it, when, where and with what.
 */
const kept: ReadonlySet<string> = new Set(
  (
    'ftyp mdat moov mvhd iods trak tkhd tref edts mdia mdhd hdlr elng minf vmhd smhd dinf dref stbl stsd stts ctts cslg ' +
    'stss stsh stsc stsz stco co64 sdtp sgpd sbgp subs'
  ).split(' '),
);

/** Boxes that begin with the times when the file was made and changed. */
const timed: ReadonlySet<string> = new Set(['mvhd', 'tkhd', 'mdhd']);

/** Places in user data, by box or key (3GPP TS 26.244, 8.2; QuickTime File Format). */
const places = ['\xA9xyz', 'loci', 'location.ISO6709'];

/** A stretch of an MPEG-4 file that says what it is. */
export interface Box {
  readonly type: string;
  readonly start: number;
  readonly content: number;
  readonly end: number;
}

/** The boxes of a stretch and those in them, in their order; undefined where one is longer than what is there. */
export function boxesIn(bytes: Uint8Array, from: number, to: number): Box[] | undefined {
  const view = viewOf(bytes);
  const boxes: Box[] = [];
  for (let start = from; start + 8 <= to;) {
    const type = latin1(bytes, start + 4, start + 8);
    const said = view.getUint32(start);
    const isLong = said === 1 && start + 16 <= to;
    const length = said === 0 ? to - start : isLong ? Number(view.getBigUint64(start + 8)) : said;
    const content = start + (isLong ? 16 : 8);
    const end = start + length;
    if (end > to || end < content) return undefined;
    boxes.push({ type, start, content, end });
    const inner = holders.has(type) ? boxesIn(bytes, content, end) : [];
    if (inner === undefined) return undefined;
    boxes.push(...inner);
    start = end;
  }
  return boxes;
}

/** What the tracks are: `soun`, `vide` and others. */
export function handlersIn(bytes: Uint8Array, boxes: ReadonlyArray<Box>): string[] {
  return boxes.flatMap(({ type, content }) =>
    type === 'hdlr' ? [latin1(bytes, content + 8, content + 12)] : [],
  );
}

/** How the tracks are coded: `mp4a`, `avc1` and others. */
export function codingsIn(bytes: Uint8Array, boxes: ReadonlyArray<Box>): string[] {
  return boxes.flatMap(({ type, content }) =>
    type === 'stsd' ? [latin1(bytes, content + 12, content + 16)] : [],
  );
}

/**
 * The bytes with what tells of the recording as free space, so that nothing moves, and without its times; the same
 * where there is nothing of it.
 */
export function withoutRemarks(
  bytes: Uint8Array,
  boxes: ReadonlyArray<Box>,
): { readonly bytes: Uint8Array; readonly hadPlace: boolean } {
  const clean = Buffer.from(bytes);
  let hadPlace = false;
  for (const { type, start, content, end } of boxes) {
    if (!kept.has(type)) {
      const said = clean.subarray(content, end);
      hadPlace ||= places.some((place) => said.includes(Buffer.from(place, 'latin1')));
      clean.write('free', start + 4, 'latin1');
      said.fill(0);
    } else if (timed.has(type)) clean.fill(0, content + 4, content + 4 + (clean[content] === 1 ? 16 : 8));
    else if (type === 'hdlr') clean.fill(0, content + handlerName, end);
    else if (type === 'stsd') clearNames(clean, content, end);
  }
  return { bytes: clean.equals(bytes) ? bytes : clean, hadPlace };
}

/** Where in `hdlr` reserved bytes and the name begin, in which programs and cameras name themselves. */
const handlerName = 12;

/** In the description of pictures: the maker of the coder, and the name of it (8.5.2, 12.1.3). */
const coderMaker = [20, 24] as const;
const coderName = [50, 82] as const;

function clearNames(bytes: Uint8Array, content: number, end: number): void {
  const view = viewOf(bytes);
  for (let at = content + 8; at + 8 <= end; at += Math.max(view.getUint32(at), 8)) {
    if (!/^avc\d$/.test(latin1(bytes, at + 4, at + 8)) || at + coderName[1] > end) continue;
    bytes.fill(0, at + coderMaker[0], at + coderMaker[1]);
    bytes.fill(0, at + coderName[0], at + coderName[1]);
  }
}
