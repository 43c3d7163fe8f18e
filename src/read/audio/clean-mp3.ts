import { latin1, viewOf } from '../files/bytes.ts';
import { corrupt } from '../images/image-fault.ts';
import { foreign, type CleanAudio } from './clean-audio.ts';

/**
 * An MP3 file with its sound alone: no tags of ID3 (versions 1 and 2) or APE, which hold names, pictures and
 * comments.
 *
 * @param bytes a file that begins as MP3 files do
 */
export function cleanMp3(bytes: Uint8Array): CleanAudio {
  let start = 0;
  while (latin1(bytes, start, start + 3) === 'ID3') start += tagLength(bytes, start);
  // Programs pad their tags.
  while (bytes[start] === 0) start += 1;
  const end = endOfSound(bytes);
  const [first = 0, second = 0] = bytes.subarray(start, end);
  if (first !== 0xff || (second & 0xe0) !== 0xe0)
    return { fault: corrupt('is damaged: no sound begins in it') };
  // ISO/IEC 11172-3, 2.4.2.3: the layer.
  if ((second & 0x06) !== 0x02) return { fault: foreign('is MPEG audio of another layer than the third') };
  const isSame = start === 0 && end === bytes.length;
  return { bytes: isSame ? bytes : bytes.subarray(start, end), hadPlace: false };
}

/** ID3v2.4, 3.1: the length has seven bits in each byte; a footer is as long as the header. */
function tagLength(bytes: Uint8Array, start: number): number {
  const [flags = 0, ...digits] = bytes.subarray(start + 5, start + 10);
  const length = digits.reduce((sum, digit) => sum * 128 + (digit & 0x7f), 0);
  return 10 + length + ((flags & 0x10) === 0 ? 0 : 10);
}

function endOfSound(bytes: Uint8Array): number {
  let end = bytes.length;
  if (latin1(bytes, Math.max(0, end - 128), end).startsWith('TAG')) end -= 128;
  const footer = end - 32;
  if (footer < 0 || latin1(bytes, footer, footer + 8) !== 'APETAGEX') return end;
  const view = viewOf(bytes);
  const hasHeader = view.getUint32(footer + 20, true) >= 0x80000000;
  return Math.max(0, end - view.getUint32(footer + 12, true) - (hasHeader ? 32 : 0));
}
