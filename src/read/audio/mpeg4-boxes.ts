import { latin1, viewOf } from '../files/bytes.ts';

/** Boxes that hold the boxes which matter here (ISO/IEC 14496-12, table 1). */
const holders: ReadonlySet<string> = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl']);

/** Boxes about the recording: who made it, when and where, with what; and what was left in free space. */
const remarks: ReadonlySet<string> = new Set(['udta', 'meta', 'uuid', 'free', 'skip']);

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
    if (remarks.has(type)) {
      const said = clean.subarray(content, end);
      hadPlace ||= places.some((place) => said.includes(Buffer.from(place, 'latin1')));
      clean.write('free', start + 4, 'latin1');
      said.fill(0);
    } else if (timed.has(type)) clean.fill(0, content + 4, content + 4 + (clean[content] === 1 ? 16 : 8));
  }
  return { bytes: clean.equals(bytes) ? bytes : clean, hadPlace };
}
