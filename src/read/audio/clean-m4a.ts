import { corrupt } from '../images/image-fault.ts';
import { foreign, type CleanAudio } from './clean-audio.ts';
import { boxesIn, codingsIn, handlersIn, withoutRemarks } from './mpeg4-boxes.ts';
import { isSelfContained, trackData, tracksIn, unplayed } from './mpeg4-samples.ts';

/**
 * An MPEG-4 file with its sound alone: what tells of the recording is made free space, so that nothing moves,
 * and its times are none.
 *
 * @param bytes a file that begins as such files do
 */
export function cleanM4a(bytes: Uint8Array): CleanAudio {
  const boxes = boxesIn(bytes, 0, bytes.length);
  if (boxes === undefined || !boxes.some(({ type }) => type === 'moov'))
    return { fault: corrupt('is damaged: its parts cannot be told apart') };
  if (handlersIn(bytes, boxes).some((kind) => kind !== 'soun'))
    return { fault: foreign('holds more than sound') };
  const codings = codingsIn(bytes, boxes);
  if (codings.length === 0 || codings.some((coding) => coding !== 'mp4a'))
    return { fault: foreign('holds sound in another coding than AAC') };
  const tracks = tracksIn(boxes).map((own) => trackData(bytes, own, bytes.length));
  const gaps = unplayed(
    boxes.filter(({ type }) => type === 'mdat').map(({ content, end }) => ({ start: content, end })),
    tracks.flatMap((track) => track?.chunks ?? []),
  );
  if (gaps === undefined || tracks.includes(undefined) || !isSelfContained(bytes, boxes))
    return { fault: corrupt('is damaged: where its sound is cannot be told') };
  const clean = withoutRemarks(bytes, boxes);
  const junk = gaps.filter(({ start, end }) => bytes.subarray(start, end).some((byte) => byte !== 0));
  if (junk.length === 0) return clean;
  const silent = Buffer.from(clean.bytes);
  for (const { start, end } of junk) silent.fill(0, start, end);
  return { ...clean, bytes: silent };
}
