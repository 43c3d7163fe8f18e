import { latin1 } from '../../files/bytes.ts';
import { skipSubBlocks, tableSize } from '../gif.ts';
import { Cleaning, type CleanPicture } from './cleaning.ts';

const comment = 0xfe;
const application = 0xff;

/** Applications whose extensions are about how the picture looks or moves. */
const looks = /^(?:NETSCAPE2\.0|ANIMEXTS1\.0|ICCRGBG1012)$/;

/**
 * A GIF file with its pictures alone: no comments, no XMP or other data of programs, nothing behind its end
 * (GIF89a, sections 24 and 26).
 *
 * @param bytes a file whose blocks are whole
 */
export function cleanGif(bytes: Uint8Array): CleanPicture {
  const cleaning = new Cleaning(bytes);
  let offset = 13 + tableSize(bytes[10]);
  cleaning.keep(0, offset);
  while (offset < bytes.length && bytes[offset] !== 0x3b) {
    const isImage = bytes[offset] === 0x2c;
    const end = skipSubBlocks(bytes, isImage ? offset + 11 + tableSize(bytes[offset + 9]) : offset + 2);
    if (isImage || !isRemark(bytes, offset)) cleaning.keep(offset, end);
    else cleaning.drop(offset, end);
    offset = end;
  }
  cleaning.keep(offset, offset + 1);
  cleaning.drop(offset + 1, bytes.length);
  return cleaning.result();
}

function isRemark(bytes: Uint8Array, offset: number): boolean {
  const label = bytes[offset + 1];
  return label === comment || (label === application && !looks.test(latin1(bytes, offset + 3, offset + 14)));
}
