import type { FileHandle } from 'node:fs/promises';
import { latin1, viewOf } from '../files/bytes.ts';
import { corrupt, type ImageFault } from '../images/image-fault.ts';
import { boxesIn, codingsIn, handlersIn, withoutRemarks, type Box } from '../audio/mpeg4-boxes.ts';
import { isSelfContained, trackData, tracksIn, unplayed, type TrackData } from '../audio/mpeg4-samples.ts';
import { changedPictures, lengthSizeIn } from './changed-pictures.ts';

/** What stands in a film in place of what was there: zeros, where nothing else is given. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly bytes?: Uint8Array;
}

/** What is to change in a film so that it has picture and sound alone, or why it cannot be carried. */
export type CleanVideo =
  | { readonly changes: ReadonlyArray<Change>; readonly hadPlace: boolean; readonly fault?: never }
  | { readonly fault: ImageFault };

/** A box at the outermost level, told by its head. */
interface OuterBox {
  readonly type: string;
  readonly start: number;
  readonly content: number;
  readonly end: number;
}

/** What is read of a film to know its parts, in bytes: lists of its pictures, a few for each second. */
const mostDescription = 64 << 20;

/** Boxes that are kept as they are. */
const kept: ReadonlySet<string> = new Set(['ftyp', 'mdat', 'moov']);

const convert =
  'Convert it to MPEG-4 with H.264 and AAC, picture and sound alone: ffmpeg -i film.mov -map 0:v -map 0:a? -c:v libx264 -c:a aac -movflags faststart film.mp4.';

/** What no edition carries. */
export function foreignFilm(reason: string, hint: string = convert): ImageFault {
  return { rule: 'image-format', reason, hint };
}

/**
 * What is to change in an MPEG-4 film: what tells of the recording becomes free space, so that nothing moves, and its
 * times are none. Of tracks only picture and sound are carried: others hold where the camera was at each moment.
 *
 * ISO/IEC 14496-12. Only heads and the description are read, never pictures and sound.
 *
 * @param file open for reading
 * @param size its length in bytes
 */
export async function cleanVideo(file: FileHandle, size: number): Promise<CleanVideo> {
  const boxes = await outerBoxes(file, size);
  const movie = boxes?.filter(({ type }) => type === 'moov');
  const [description] = movie ?? [];
  if (boxes === undefined || description === undefined || movie?.length !== 1)
    return { fault: corrupt('is damaged, or divided into fragments: its parts cannot be told apart') };
  if (description.end - description.start > mostDescription)
    return { fault: corrupt('is damaged: its description is too long') };
  const bytes = await partOf(file, description.start, description.end);
  const inner = boxesIn(bytes, 0, bytes.length);
  if (inner === undefined) return { fault: corrupt('is damaged: its parts cannot be told apart') };
  const fault = faultOf(handlersIn(bytes, inner), codingsIn(bytes, inner));
  if (fault !== undefined) return { fault };
  const media = await mediaChanges(file, size, boxes, { bytes, inner });
  if (media === undefined)
    return { fault: corrupt('is damaged: where its pictures and its sound are cannot be told') };
  const clean = withoutRemarks(bytes, inner);
  const junk = await changesOf(file, boxes);
  return {
    changes: [
      ...(clean.bytes === bytes
        ? []
        : [{ start: description.start, end: description.end, bytes: clean.bytes }]),
      ...junk,
      ...media,
    ].toSorted((a, b) => a.start - b.start),
    hadPlace: clean.hadPlace,
  };
}

/**
 * What cameras write among pictures and sound: what nothing plays becomes zeros, their data within the pictures room
 * without meaning. Undefined where the tables of the film do not fit it.
 */
async function mediaChanges(
  file: FileHandle,
  size: number,
  boxes: ReadonlyArray<OuterBox>,
  { bytes, inner }: { readonly bytes: Uint8Array; readonly inner: ReadonlyArray<Box> },
): Promise<Change[] | undefined> {
  if (!isSelfContained(bytes, inner)) return undefined;
  const tracks: Array<TrackData & { readonly own: ReadonlyArray<Box> }> = [];
  for (const own of tracksIn(inner)) {
    const data = trackData(bytes, own, size);
    if (data === undefined) return undefined;
    tracks.push({ ...data, own });
  }
  const data = boxes
    .filter(({ type }) => type === 'mdat')
    .map(({ content, end }) => ({ start: content, end }));
  const gaps = unplayed(
    data,
    tracks.flatMap(({ chunks }) => chunks),
  );
  if (gaps === undefined) return undefined;
  const changes: Change[] = [...gaps];
  for (const { samples, own } of tracks) {
    if (!handlersIn(bytes, own).includes('vide')) continue;
    const lengthSize = lengthSizeIn(bytes, own);
    if (lengthSize === undefined) return undefined;
    for await (const change of changedPictures(file, samples(), lengthSize)) changes.push(change);
  }
  return changes;
}

function faultOf(kinds: ReadonlyArray<string>, codings: ReadonlyArray<string>): ImageFault | undefined {
  const other = kinds.find((kind) => kind !== 'vide' && kind !== 'soun');
  if (other !== undefined)
    return foreignFilm(
      `holds more than picture and sound: a track of "${other.trim()}", which may tell where it was taken`,
    );
  if (!kinds.includes('vide'))
    return foreignFilm('holds no picture', 'Use <audio> for a recording of sound.');
  const foreign = codings.find((coding) => !['avc1', 'avc3', 'mp4a'].includes(coding));
  if (foreign !== undefined)
    return foreignFilm(`is coded as "${foreign.trim()}", not in H.264 and AAC, which all e-readers play`);
  return undefined;
}

/** Boxes that are neither picture nor sound nor their description, as free space. */
async function changesOf(file: FileHandle, boxes: ReadonlyArray<OuterBox>): Promise<Change[]> {
  const changes: Change[] = [];
  for (const { type, start, content, end } of boxes) {
    if (kept.has(type)) continue;
    if (type !== 'free')
      changes.push({ start: start + 4, end: start + 8, bytes: Buffer.from('free', 'latin1') });
    if (!(await isZero(file, content, end))) changes.push({ start: content, end });
  }
  return changes;
}

async function outerBoxes(file: FileHandle, size: number): Promise<OuterBox[] | undefined> {
  const boxes: OuterBox[] = [];
  for (let start = 0; start < size;) {
    const head = await partOf(file, start, Math.min(start + 16, size));
    if (head.length < 8) return undefined;
    const view = viewOf(head);
    const said = view.getUint32(0);
    const isLong = said === 1 && head.length === 16;
    const length = said === 0 ? size - start : isLong ? Number(view.getBigUint64(8)) : said;
    const content = start + (isLong ? 16 : 8);
    const end = start + length;
    const type = latin1(head, 4, 8);
    if (end > size || end < content || type === 'moof') return undefined;
    boxes.push({ type, start, content, end });
    start = end;
  }
  return boxes;
}

async function isZero(file: FileHandle, start: number, end: number): Promise<boolean> {
  for (let at = start; at < end; at += 1 << 20) {
    const part = await partOf(file, at, Math.min(end, at + (1 << 20)));
    if (part.some((byte) => byte !== 0)) return false;
  }
  return true;
}

/** @throws Error where the file has become shorter */
async function partOf(file: FileHandle, start: number, end: number): Promise<Uint8Array> {
  const part = Buffer.alloc(end - start);
  const { bytesRead } = await file.read(part, 0, part.length, start);
  return part.subarray(0, bytesRead);
}
