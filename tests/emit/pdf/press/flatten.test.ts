import { deflateSync, inflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { expect, test } from 'vitest';
import { flatten } from '../../../../src/emit/pdf/press/flatten.ts';

/** An image of two pixels with a soft mask on a page. */
async function laid(space: string, pixels: number[], alphas: number[]) {
  const document = await PDFDocument.create();
  const { context } = document;
  const base = { Type: 'XObject', Subtype: 'Image', Width: 2, Height: 1, BitsPerComponent: 8 };
  const image = (ColorSpace: string, bytes: number[]): PDFRawStream =>
    context.stream(deflateSync(Uint8Array.from(bytes)), { ...base, ColorSpace, Filter: 'FlateDecode' });
  const stream = image(space, pixels);
  stream.dict.set(PDFName.of('SMask'), context.register(image('DeviceGray', alphas)));
  const ref = context.register(stream);
  const state = context.obj({ ca: 1, BM: 'Normal', SMask: 'None', LW: 2 });
  const page = document.addPage([9, 9]);
  page.node.set(PDFName.of('Group'), context.obj({ S: 'Transparency' }));
  page.node.set(PDFName.of('Resources'), context.obj({ ExtGState: { G: context.register(state) } }));
  await flatten(document, undefined);
  const found = context.lookup(ref) as PDFRawStream;
  const mask = found.dict.lookup(PDFName.of('Mask'));
  return {
    pixels: [...inflateSync(found.getContents())],
    isSoft: found.dict.has(PDFName.of('SMask')),
    mask: mask instanceof PDFRawStream ? [...inflateSync(mask.contents)] : undefined,
    state: state.keys().map(String),
    hasGroup: page.node.has(PDFName.of('Group')),
  };
}

test('an image lies on paper, and what is not seen of it is cut out', async () => {
  expect(await laid('DeviceGray', [55, 55], [0, 51])).toMatchObject({
    pixels: [255, 215],
    isSoft: false,
    mask: [0x80],
  });
});

test('inks are laid on paper too', async () => {
  // Each but the first as what it is more than the one before.
  const { pixels } = await laid('DeviceCMYK', [200, 100, 50, 0, 200, 100, 50, 0], [255, 102]);
  expect(pixels).toEqual([200, 100, 50, 0, 136, 196, 226, 0]);
});

test('a mask that hides nothing goes', async () => {
  expect(await laid('DeviceGray', [55, 60], [255, 255])).toMatchObject({
    pixels: [55, 60],
    isSoft: false,
    mask: undefined,
  });
});

test('what says that nothing shines through goes, all else stays', async () => {
  expect(await laid('DeviceGray', [55, 55], [255, 255])).toMatchObject({ state: ['/LW'], hasGroup: false });
});

test('an image in a space that no press of inks knows is left for the judge', async () => {
  expect(await laid('DeviceRGB', [1, 2, 3, 4, 5, 6], [0, 51])).toMatchObject({ isSoft: true });
});
