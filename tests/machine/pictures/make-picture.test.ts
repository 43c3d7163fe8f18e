import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { makePicture, type PictureWish } from '../../../src/machine/pictures/make-picture.ts';
import { pictureLibrary } from '../../../src/machine/pictures/picture-library.ts';
import { cleanRaster } from '../../../src/read/images/cleaning/clean-raster.ts';
import { cameraJpeg, photograph } from '../../builders/photographs.ts';
import { halves, pixelAt } from '../../builders/rasters.ts';
import { svg } from '../../builders/pictures.ts';

async function make(bytes: Uint8Array, wish: PictureWish = { quality: 95 }) {
  return makePicture((await pictureLibrary())!, bytes, wish);
}

const red = [254, 0, 0];
const blue = [0, 0, 254];

describe('makePicture', () => {
  it('turns what a camera stored on its side', async () => {
    const { mediaType, width, height, bytes } = await make(cameraJpeg(6));
    expect({ mediaType, width, height }).toEqual({ mediaType: 'image/jpeg', width: 16, height: 32 });
    expect(await pixelAt(bytes, 8, 4)).toEqual(red);
    expect(await pixelAt(bytes, 8, 28)).toEqual(blue);
    expect(cleanRaster(bytes, 'jpeg')?.bytes).toBe(bytes);
  });

  it.each([
    ['a JPEG in CMYK', halves().toColourspace('cmyk').jpeg({ quality: 95 }), 'image/jpeg'],
    ['a JPEG with a wide space', halves().withIccProfile('p3').jpeg({ quality: 95 }), 'image/jpeg'],
    ['a PNG with a wide space', halves().withIccProfile('p3').png(), 'image/png'],
    ['a TIFF', halves().tiff({ compression: 'lzw' }), 'image/jpeg'],
    ['an AVIF', halves().avif({ quality: 95, chromaSubsampling: '4:4:4' }), 'image/jpeg'],
    ['a WebP', halves().webp({ quality: 95 }), 'image/jpeg'],
    ['a WebP without loss', halves().webp({ lossless: true }), 'image/png'],
    ['a WebP one can see through', halves().ensureAlpha(0.5).webp(), 'image/png'],
    ['a PNG of few colours', halves().png({ palette: true }), 'image/png'],
  ])('makes of %s one in sRGB', async (_, picture, wanted) => {
    const { mediaType, width, height, bytes } = await make(await picture.toBuffer());
    expect({ mediaType, width, height }).toEqual({ mediaType: wanted, width: 32, height: 16 });
    const { space, hasProfile, format } = await sharp(bytes).metadata();
    expect({ space, hasProfile, format }).toEqual({
      space: 'srgb',
      hasProfile: false,
      format: wanted.slice(6),
    });
    // CMYK cannot show them wholly.
    const [left, right] = [await pixelAt(bytes, 6, 8), await pixelAt(bytes, 26, 8)];
    expect(left[0]! - Math.max(left[1]!, left[2]!)).toBeGreaterThan(100);
    expect(right[2]! - Math.max(right[0]!, right[1]!)).toBeGreaterThan(50);
  });

  it('keeps greys grey and scans of two tones without loss', async () => {
    const grey = await make(await halves().toColourspace('b-w').jpeg().toBuffer());
    expect((await sharp(grey.bytes).metadata()).channels).toBe(1);
    const scan = await make(await halves().toColourspace('b-w').tiff({ bitdepth: 1 }).toBuffer());
    expect(scan.mediaType).toBe('image/png');
  });

  it('makes large ones smaller and none larger', async () => {
    const { width, height } = await make(photograph, { longest: 20, quality: 80 });
    expect({ width, height }).toEqual({ width: 20, height: 10 });
    expect((await make(photograph, { longest: 50, quality: 80 })).width).toBe(32);
  });

  it('writes the same bytes again, and fewer in a lower quality', async () => {
    const large = await halves(800, 600, 'noise').jpeg({ quality: 100 }).toBuffer();
    const [once, again, low] = await Promise.all([
      make(large, { longest: 300, quality: 85 }),
      make(large, { longest: 300, quality: 85 }),
      make(large, { longest: 300, quality: 40 }),
    ]);
    expect(once.bytes).toEqual(again.bytes);
    expect(low.bytes.length).toBeLessThan(once.bytes.length / 2);
  });

  it('decodes photographs and nothing else', async () => {
    await expect(make(svg('<path d="M0 0h9"/>'))).rejects.toThrow(/unsupported/);
    await expect(make(await halves().gif().toBuffer())).rejects.toThrow(/unsupported/);
  });
});
