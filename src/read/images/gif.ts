import { animated, corrupt, type ImageFault } from './image-fault.ts';

/**
 * What is wrong with a GIF file: blocks cut short, no image, no trailer (GIF89a, section 15 on),
 * or animation.
 *
 * @param bytes a file with the GIF signature
 */
export function gifFaults(bytes: Uint8Array): ImageFault[] {
  let offset = 13 + tableSize(bytes[10]);
  let frames = 0;
  while (offset < bytes.length) {
    const block = bytes[offset];
    if (block === 0x3b) return framesFault(frames);
    if (block === 0x2c) {
      frames += 1;
      offset = skipSubBlocks(bytes, offset + 11 + tableSize(bytes[offset + 9]));
    } else if (block === 0x21) offset = skipSubBlocks(bytes, offset + 2);
    else return [corrupt('is damaged: it holds an unknown block')];
  }
  return [corrupt('is cut short')];
}

/** The bytes of the colour table a packed field announces. */
export function tableSize(packed = 0): number {
  return packed & 0x80 ? 3 << ((packed & 7) + 1) : 0;
}

/** The place behind a row of blocks, each with its length before it, of which the last is empty. */
export function skipSubBlocks(bytes: Uint8Array, start: number): number {
  let offset = start;
  while (offset < bytes.length) {
    const size = bytes[offset] ?? 0;
    offset += 1 + size;
    if (size === 0) break;
  }
  return offset;
}

function framesFault(frames: number): ImageFault[] {
  if (frames === 0) return [corrupt('holds no image')];
  return frames === 1 ? [] : [animated()];
}
