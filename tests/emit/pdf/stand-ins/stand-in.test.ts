import { imageSize } from 'image-size';
import { JpegImage } from 'pdfjs-dist/image_decoders/pdf.image_decoders.mjs';
import { describe, expect, test } from 'vitest';
import type { Shade } from '../../../../src/emit/pdf/stand-ins/solid-image.ts';
import { nameIn, standInFor } from '../../../../src/emit/pdf/stand-ins/stand-in.ts';
import { jpegSegment } from '../../../builders/pictures.ts';

const name = 'ab'.repeat(32);

/** What a camera writes before the scan: the sampling factors of each component, in hexadecimal. */
function head(
  sampling: ReadonlyArray<number>,
  { marker = 0xc0, bits = 8, width = 50, height = 30, before = new Uint8Array() } = {},
): Buffer {
  const components = sampling.flatMap((factors, index) => [index + 1, factors, index === 0 ? 0 : 1]);
  const frame = [bits, height >> 8, height & 255, width >> 8, width & 255, sampling.length, ...components];
  return Buffer.concat([
    Buffer.of(0xff, 0xd8),
    jpegSegment(0xe0, [...Buffer.from('JFIF\0', 'latin1'), 1, 1, 1, 0, 72, 0, 72, 0, 0]),
    before,
    jpegSegment(0xdb, [0, ...Array<number>(64).fill(2)]),
    jpegSegment(marker, frame),
    jpegSegment(0xda, [sampling.length, ...sampling.flatMap((_, index) => [index + 1, 0]), 0, 63, 0]),
  ]);
}

/** The colours of a picture: each once, and its size. */
function decoded(jpeg: Uint8Array): { readonly size: number[]; readonly colours: string[] } {
  const image = new JpegImage();
  image.parse(jpeg);
  const { width, height } = imageSize(jpeg);
  const pixels = image.getData({ width, height, forceRGB: true, isSourcePDF: false });
  const colours = new Set<string>();
  for (let index = 0; index < pixels.length; index += 3)
    colours.add(pixels.subarray(index, index + 3).join(' '));
  return { size: [width, height], colours: [...colours] };
}

function made(jpeg: Buffer, shade: Shade = 'dark'): Buffer {
  const standIn = standInFor(jpeg, name, shade);
  if (standIn === undefined) throw new Error('There is no stand-in');
  return standIn;
}

describe('standInFor', () => {
  test.each<[string, Buffer, number[]?]>([
    ['in greys', head([0x11])],
    ['in greys, sampled by twos', head([0x22])],
    ['in colour, each sampled alike', head([0x11, 0x11, 0x11])],
    ['with half as much colour', head([0x22, 0x11, 0x11])],
    ['with half as much colour across', head([0x21, 0x11, 0x11])],
    ['that is progressive', head([0x22, 0x11, 0x11], { marker: 0xc2 })],
    ['that is one pixel', head([0x11, 0x11, 0x11], { width: 1, height: 1 }), [1, 1]],
    ['whose units end with its edges', head([0x22, 0x11, 0x11], { width: 64, height: 32 }), [64, 32]],
  ])('has the size of a photograph %s, in one shade', (_, jpeg, size = [50, 30]) => {
    const [dark, light] = [decoded(made(jpeg)), decoded(made(jpeg, 'light'))];
    expect(dark).toEqual({ size, colours: ['1 1 1'] });
    expect(light).toEqual({ size, colours: ['255 255 255'] });
  });

  test('has the metadata of the photograph, those behind its frame too, and its name', () => {
    const profile = jpegSegment(0xe2, [...Buffer.from('ICC_PROFILE\0 of some space', 'latin1')]);
    const standIn = made(head([0x22, 0x11, 0x11], { before: profile }));
    expect(standIn.includes(profile)).toBe(true);
    expect(standIn.includes('JFIF')).toBe(true);
    expect(nameIn(standIn)).toBe(name);
    expect(nameIn(made(head([0x11]), 'light'))).toBe(name);
  });

  test('is short', () => {
    expect(made(head([0x22, 0x11, 0x11], { width: 3000, height: 2000 })).length).toBeLessThan(40_000);
  });

  test.each([
    ['in CMYK', head([0x11, 0x11, 0x11, 0x11])],
    ['of twelve bits', head([0x11], { bits: 12, marker: 0xc1 })],
    ['packed without loss', head([0x11], { marker: 0xc3 })],
    ['whose height stands behind it', head([0x11], { height: 0 })],
    ['whose units are too large', head([0x44, 0x11, 0x11])],
    ['that is cut off', head([0x11]).subarray(0, -12)],
    ['without a frame', head([0x11], { marker: 0xfe })],
  ])('is not made of one %s', (_, jpeg) => {
    expect(standInFor(jpeg, name, 'dark')).toBeUndefined();
  });
});

test('nameIn finds none in other pictures', () => {
  expect(nameIn(head([0x11]))).toBeUndefined();
  expect(nameIn(made(head([0x11])).subarray(0, 40))).toBeUndefined();
});
