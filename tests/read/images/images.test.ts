import { describe, expect, it } from 'vitest';
import { imageFacts } from '../../../src/read/images/images.ts';
import { gif, jpeg, png, pngChunk, svg } from '../../builders/pictures.ts';

async function faults(path: string, bytes: Uint8Array): Promise<string[]> {
  return (await imageFacts(path, bytes)).faults.map(
    (each) => `${each.severity ?? 'error'} ${each.rule} ${each.reason}`,
  );
}

describe('imageFacts', () => {
  it.each([
    ['a.png', png(9, 5)],
    ['a.jpeg', jpeg(9, 5)],
    ['a.gif', gif(1)],
    ['a.svg', svg('')],
  ])('passes %s', async (path, bytes) => {
    expect(await faults(path, bytes)).toEqual([]);
  });

  it('tells the format by the bytes, not by the name', async () => {
    expect(await faults('a.png', jpeg(1, 1))).toEqual([
      'error image-format is in the format JPEG, not in the one its name says',
    ]);
    expect(await faults('a.svg', png(1, 1))).toEqual([
      'error image-format is in the format PNG, not in the one its name says',
    ]);
    expect(await faults('a.png', Buffer.from('<!DOCTYPE html><svg>'))).toEqual([
      'error image-format is no image of a known format',
    ]);
    for (const [head, name] of [
      ['II*\0', 'TIFF'],
      ['BM', 'BMP'],
      ['\0\0\0\x20ftypavif', 'AVIF'],
      ['\0\0\0\x20ftypheic', 'HEIC'],
    ] as const) {
      expect(await faults('a.img', Buffer.from(`${head}${'\0'.repeat(40)}`, 'latin1'))).toEqual([
        `error image-format is in the format ${name}, which e-books cannot carry`,
      ]);
    }
  });

  it('finds what was cut short or damaged', async () => {
    expect(await faults('a.png', new Uint8Array())).toEqual(['error image-corrupt is empty']);
    expect(await faults('a.png', png(64, 64).subarray(0, 50))).toEqual(['error image-corrupt is cut short']);
    expect(await faults('a.png', png(64, 64, { rows: new Uint8Array(100) }))).toEqual([
      'error image-corrupt is damaged: its image data do not unpack',
    ]);
    expect(await faults('a.png', png(8, 8, { rows: new Uint8Array(10_000_000) }))).toEqual([
      'error image-corrupt is damaged: its image data do not unpack',
    ]);
    const flipped = png(64, 64);
    flipped[45] = (flipped[45] ?? 0) ^ 0xff;
    expect(await faults('a.png', flipped)).toEqual([
      'error image-corrupt is damaged: the checksum of its IDAT chunk is wrong',
    ]);
    expect(await faults('a.jpg', jpeg(9, 5).subarray(0, -2))).toEqual(['error image-corrupt is cut short']);
    expect(await faults('a.gif', gif(1).subarray(0, -1))).toEqual(['error image-corrupt is cut short']);
    expect(await faults('a.gif', gif(0))).toEqual(['error image-corrupt holds no image']);
  });

  it('warns of CMYK, WebP and animation', async () => {
    expect(await faults('a.jpg', jpeg(9, 5, 4))).toEqual([
      'warning image-format has CMYK colours, which many reading systems show wrongly',
    ]);
    const animated = 'warning image-format is animated, and print shows its first frame only';
    expect(await faults('a.gif', gif(2))).toEqual([animated]);
    expect(await faults('a.png', png(8, 8, { before: pngChunk('acTL', new Uint8Array(8)) }))).toEqual([
      animated,
    ]);
    const webp = Buffer.from('RIFF\x16\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0\x01\0\0\x01\0\0', 'latin1');
    expect(await faults('a.webp', webp)).toEqual([
      'warning image-format is a WebP image, which some stores and older e-readers refuse',
    ]);
    expect(await faults('a.webp', webp.subarray(0, -1))).toEqual(['error image-corrupt is cut short']);
  });

  it('refuses more than 50 megapixels by the header alone', async () => {
    expect(await faults('a.png', png(20_000, 20_000, { rows: new Uint8Array(1) }))).toEqual([
      'error image-too-large has 400 megapixels, more than 50',
    ]);
  });
});
