import { deflateSync, inflateSync } from 'node:zlib';
import { PDFDocument, PDFName, type PDFRawStream } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { greyImages } from '../../../../src/emit/pdf/press/images.ts';

const greys = [0, 0, 0, 9, 9, 9, 128, 128, 128, 255, 255, 255];
const colours = [0, 0, 0, 9, 9, 9, 128, 128, 128, 255, 0, 0];
/** As a JPEG in colour gives them back. */
const nearGreys = [1, 0, 0, 9, 10, 9, 128, 128, 127, 255, 254, 255];

async function made(
  pixels: ReadonlyArray<number>,
  { ink = 'colour', filter = 'FlateDecode' }: { ink?: 'black' | 'colour'; filter?: string } = {},
) {
  const { context } = await PDFDocument.create();
  const bytes = Uint8Array.from(pixels);
  const dict = { Type: 'XObject', Subtype: 'Image', Width: 2, Height: 2, BitsPerComponent: 8 };
  const ref = context.register(
    context.stream(filter === 'FlateDecode' ? deflateSync(bytes) : bytes, {
      ...dict,
      ColorSpace: 'DeviceRGB',
      Filter: filter,
    }),
  );
  const coloured = await greyImages(context, ink, { decode: (jpeg) => Promise.resolve(jpeg) });
  const stream = context.lookup(ref) as PDFRawStream;
  return {
    coloured: coloured.has(ref),
    space: String(stream.dict.get(PDFName.of('ColorSpace'))),
    filter: String(stream.dict.get(PDFName.of('Filter'))),
    contents: stream.contents,
  };
}

describe('greyImages', () => {
  test('makes an image of greys grey, its pixels as they were', async () => {
    const { coloured, space, contents } = await made(greys);
    expect([coloured, space]).toEqual([false, '/DeviceGray']);
    expect([...inflateSync(contents)]).toEqual([0, 9, 128, 255]);
  });

  test('leaves an image with a single pixel in colour alone', async () => {
    const { coloured, space, contents } = await made(colours);
    expect([coloured, space]).toEqual([true, '/DeviceRGB']);
    expect([...inflateSync(contents)]).toEqual(colours);
  });

  test('makes it grey where there is black ink alone', async () => {
    const { coloured, space, contents } = await made(colours, { ink: 'black' });
    expect([coloured, space]).toEqual([false, '/DeviceGray']);
    expect([...inflateSync(contents)].slice(0, 3)).toEqual([0, 9, 128]);
  });

  test('knows a grey photograph by what its decoder says, and leaves one in colour packed', async () => {
    const photograph = await made(nearGreys, { filter: 'DCTDecode' });
    expect(photograph).toMatchObject({ coloured: false, space: '/DeviceGray', filter: '/FlateDecode' });
    expect(await made(nearGreys)).toMatchObject({ coloured: true });
    expect(await made(colours, { filter: 'DCTDecode' })).toMatchObject({
      coloured: true,
      filter: '/DCTDecode',
      contents: Uint8Array.from(colours),
    });
  });

  test('leaves what it cannot unpack as it is', async () => {
    expect(await made(greys, { filter: 'JPXDecode' })).toMatchObject({
      coloured: true,
      filter: '/JPXDecode',
    });
  });
});
