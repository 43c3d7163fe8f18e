import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { pngOfBmp } from '../../../src/read/images/bmp.ts';

/** A bitmap: what its head says, what stands between head and pixels, and the pixels as they lie. */
function bitmap(
  [width, height, bits, compression = 0]: readonly [number, number, number, number?],
  behind: ReadonlyArray<number>,
  pixels: ReadonlyArray<number>,
): Uint8Array {
  const bytes = Buffer.alloc(54 + behind.length + pixels.length);
  bytes.write('BM');
  bytes.writeUInt32LE(54 + behind.length, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(bits, 28);
  bytes.writeUInt32LE(compression, 30);
  bytes.set([...behind, ...pixels], 54);
  return bytes;
}

async function pixelsOf(bytes: Uint8Array): Promise<number[]> {
  const png = pngOfBmp(bytes, 100);
  return png === undefined ? [] : [...(await sharp(png).raw().toBuffer())];
}

const black = [0, 0, 0, 0];
const white = [255, 255, 255, 0];

describe('a bitmap as PNG', () => {
  it.each([
    ['24 bits, from below', bitmap([1, 2, 24], [], [3, 2, 1, 0, 6, 5, 4, 0]), [4, 5, 6, 1, 2, 3]],
    ['24 bits, from above', bitmap([1, -2, 24], [], [3, 2, 1, 0, 6, 5, 4, 0]), [1, 2, 3, 4, 5, 6]],
    ['32 bits without transparency', bitmap([1, 1, 32], [], [3, 2, 1, 9]), [1, 2, 3]],
    ['16 bits', bitmap([1, 1, 16], [], [0, 0x7c, 0, 0]), [255, 0, 0]],
    [
      '32 bits by masks',
      bitmap([1, 1, 32, 3], [255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 255, 0], [1, 2, 3, 9]),
      [1, 2, 3],
    ],
    [
      '8 bits of a palette',
      bitmap([2, 1, 8], [...black, ...white, 3, 2, 1, 0], [2, 1, 0, 0]),
      [1, 2, 3, 255, 255, 255],
    ],
    ['4 bits', bitmap([2, 1, 4], [...black, ...white], [0x10, 0, 0, 0]), [255, 255, 255, 0, 0, 0]],
    ['1 bit', bitmap([2, 1, 1], [...black, ...white], [0x40, 0, 0, 0]), [0, 0, 0, 255, 255, 255]],
  ])('%s', async (_, bytes, pixels) => {
    expect(await pixelsOf(bytes)).toEqual(pixels);
  });

  it.each([
    ['compressed', bitmap([1, 1, 8, 1], black, [0, 0, 0, 0])],
    ['cut short', bitmap([1, 2, 24], [], [3, 2, 1, 0])],
    [
      'too large',
      bitmap(
        [101, 1, 1],
        black,
        Array.from({ length: 16 }, () => 0),
      ),
    ],
    ['of no width', bitmap([0, 1, 24], [], [])],
    ['of other bits', bitmap([1, 1, 2], black, [0, 0, 0, 0])],
    ['none', Buffer.from('BM')],
  ])('is none where it is %s', (_, bytes) => {
    expect(pngOfBmp(bytes, 100)).toBeUndefined();
  });
});
