import { describe, expect, it } from 'vitest';
import { usualLimits } from '../../../src/book/limits.ts';
import { pictureOf } from '../../../src/machine/pictures/picture-of.ts';
import { imageFacts } from '../../../src/read/images/images.ts';
import { cameraJpeg, webp, webpFeatures } from '../../builders/photographs.ts';
import { halves } from '../../builders/rasters.ts';
import { gif, jpeg, png, pngChunk, svg, tiff } from '../../builders/pictures.ts';

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

  it('refuses JPEGs of more segments or scans than any picture has', async () => {
    const picture = Buffer.from(jpeg(9, 5));
    const comments = Buffer.alloc(4 * 3_000_000, Buffer.from([0xff, 0xfe, 0, 2]));
    expect(
      await faults('a.jpg', Buffer.concat([picture.subarray(0, 2), comments, picture.subarray(2)])),
    ).toEqual(['error image-corrupt has more than 10,000 segments']);
    const scan = picture.indexOf(Buffer.from([0xff, 0xda]));
    const [head, body] = [picture.subarray(0, scan), picture.subarray(scan, -2)];
    const scanned = (times: number): Buffer =>
      Buffer.concat([head, ...Array.from({ length: times }, () => body), picture.subarray(-2)]);
    expect(await faults('a.jpg', scanned(500))).toEqual([]);
    expect(await faults('a.jpg', scanned(501))).toEqual([
      'error image-corrupt is damaged: its parts have wrong lengths, or are too many',
    ]);
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
      ['BM', 'BMP'],
      ['\xFF\x0A', 'JXL'],
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

  it('warns of animation', async () => {
    const animated = 'warning image-format is animated, and print shows its first frame only';
    expect(await faults('a.gif', gif(2))).toEqual([animated]);
    expect(await faults('a.png', png(8, 8, { before: pngChunk('acTL', new Uint8Array(8)) }))).toEqual([
      animated,
    ]);
    const moving = webp(webpFeatures(0x02));
    expect(await faults('a.webp', moving)).toEqual([animated]);
    expect(await faults('a.webp', moving.subarray(0, -1))).toEqual(['error image-corrupt is cut short']);
  });

  it('knows what e-readers may not show right', async () => {
    const unfit = async (path: string, bytes: Uint8Array) => (await imageFacts(path, bytes)).unfit;
    const icc = async (name: 'p3' | 'srgb') => halves().withIccProfile(name);
    for (const picture of [
      jpeg(9, 5),
      cameraJpeg(1),
      await halves().toColourspace('b-w').jpeg().toBuffer(),
      await (await icc('srgb')).jpeg().toBuffer(),
    ])
      expect(await unfit('a.jpg', picture)).toBeUndefined();
    expect(await unfit('a.png', await (await icc('srgb')).png().toBuffer())).toBeUndefined();
    expect(await unfit('a.jpg', jpeg(9, 5, 4))).toBe('has CMYK colours');
    const wide = 'has colours of another space than sRGB';
    expect(await unfit('a.jpg', await (await icc('p3')).jpeg().toBuffer())).toBe(wide);
    expect(await unfit('a.png', await (await icc('p3')).png().toBuffer())).toBe(wide);
    for (const orientation of [2, 3, 6])
      expect(await unfit('a.jpg', cameraJpeg(orientation))).toBe('is stored turned or mirrored');
    expect(await unfit('a.webp', webp(webpFeatures(0)))).toBe('is a WebP image');
  });

  it('refuses a TIFF that has not all of its pixels', async () => {
    const told = async (bytes: Uint8Array) =>
      (await imageFacts('a.tif', bytes, usualLimits, pictureOf)).faults.map(({ rule }) => rule);
    expect(await told(tiff())).toEqual([]);
    expect(await told(tiff().subarray(0, -20))).toEqual(['image-corrupt']);
  });

  it.each([
    ['a.tiff', halves().tiff()],
    ['a.tif', halves().tiff({ compression: 'lzw' })],
    ['a.avif', halves().avif({ lossless: true })],
  ])('has JPEGs made of %s', async (path, picture) => {
    const bytes = await picture.toBuffer();
    const {
      mediaType,
      width,
      height,
      faults: none,
      bytes: made,
    } = await imageFacts(path, bytes, usualLimits, pictureOf);
    expect({ mediaType, width, height, none }).toEqual({
      mediaType: 'image/jpeg',
      width: 32,
      height: 16,
      none: [],
    });
    expect((await imageFacts('a.jpg', made!)).faults).toEqual([]);
    expect(await faults(path, bytes)).toEqual([
      expect.stringMatching(
        /^error image-format is in the format \w+, and what converts it is not installed/,
      ),
    ]);
    const few = { ...usualLimits, 'image-pixels': 500 };
    expect((await imageFacts(path, bytes, few, pictureOf)).faults).toMatchObject([
      { rule: 'image-too-large' },
    ]);
    const cut = await imageFacts(path, bytes.subarray(0, 150), usualLimits, pictureOf);
    expect(cut.faults).toMatchObject([{ rule: 'image-corrupt' }]);
  });

  it('refuses more than 50 megapixels by the header alone', async () => {
    expect(await faults('a.png', png(20_000, 20_000, { rows: new Uint8Array(1) }))).toEqual([
      'error image-too-large has 400 megapixels, more than 50',
    ]);
  });
});
