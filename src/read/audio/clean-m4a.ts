import { corrupt } from '../images/image-fault.ts';
import { foreign, type CleanAudio } from './clean-audio.ts';
import { boxesIn, codingsIn, handlersIn, withoutRemarks } from './mpeg4-boxes.ts';

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
  return withoutRemarks(bytes, boxes);
}
