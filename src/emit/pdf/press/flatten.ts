import {
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFStream,
  type PDFContext,
  type PDFDocument,
  type PDFRef,
} from 'pdf-lib';
import { pack, unpacked } from '../content/rewrite-streams.ts';
import { PackedImages } from './packed-images.ts';
import { resourcesOf } from './source-space.ts';

const softMask = PDFName.of('SMask');

/**
 * Takes transparency out of a file, as PDF 1.3 has none: images lie on white paper, with what is not seen of them
 * cut out by a stencil (ISO 32000-1, 8.9.6.3), and what says that nothing shines through goes. What lets something
 * shine through otherwise stays, and is told of where the file is judged.
 *
 * @param scratch the folder for what would fill the memory
 */
export async function flatten(document: PDFDocument, scratch: string | undefined): Promise<void> {
  const { context } = document;
  const packed = new PackedImages(context, scratch);
  for (const resources of resourcesOf(document)) {
    const states = resources.lookup(PDFName.of('ExtGState'));
    if (states instanceof PDFDict) for (const state of states.values()) dropOpaque(context.lookup(state));
  }
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream && object.dict.has(softMask))
      await layOnPaper(context, ref, object, packed);
    const dict = object instanceof PDFStream ? object.dict : object;
    if (dict instanceof PDFDict) dropGroup(dict);
  }
}

/** The group of a page or a form, which only says how its parts mix. */
function dropGroup(dict: PDFDict): void {
  const group = dict.lookup(PDFName.of('Group'));
  if (group instanceof PDFDict && group.lookup(PDFName.of('S')) === PDFName.of('Transparency'))
    dict.delete(PDFName.of('Group'));
}

/** Graphics state parameters that are as those of a file without transparency. */
function dropOpaque(state: unknown): void {
  if (!(state instanceof PDFDict)) return;
  for (const key of ['ca', 'CA']) {
    const alpha = state.lookup(PDFName.of(key));
    if (alpha instanceof PDFNumber && alpha.asNumber() >= 1) state.delete(PDFName.of(key));
  }
  if (state.lookup(PDFName.of('BM')) === PDFName.of('Normal')) state.delete(PDFName.of('BM'));
  if (state.lookup(softMask) === PDFName.of('None')) state.delete(softMask);
  for (const key of ['AIS', 'TK']) state.delete(PDFName.of(key));
}

async function layOnPaper(
  context: PDFContext,
  ref: PDFRef,
  image: PDFRawStream,
  packed: PackedImages,
): Promise<void> {
  const { dict } = image;
  const alphas = alphasOf(context.lookup(dict.get(softMask)), dict);
  const inks = dict.lookup(PDFName.of('ColorSpace')) === PDFName.of('DeviceCMYK');
  const isGrey = dict.lookup(PDFName.of('ColorSpace')) === PDFName.of('DeviceGray');
  const pixels = inks || isGrey ? unpacked(image) : undefined;
  if (alphas === undefined || pixels?.length !== alphas.length * (inks ? 4 : 1)) return;
  dict.delete(softMask);
  if (alphas.every((alpha) => alpha === 255)) return;
  const width = dict.lookup(PDFName.of('Width'), PDFNumber).asNumber();
  dict.set(PDFName.of('Mask'), await stencil(context, alphas, width));
  if (inks) {
    const laid = Uint8ClampedArray.from(pixels, (ink, at) => (ink * alphas[at >> 2]!) / 255);
    await packed.replaceInks(ref, dict, laid, width);
  } else {
    await packed.replace(
      ref,
      dict,
      Uint8Array.from(pixels, (grey, at) => 255 - ((255 - grey) * alphas[at]!) / 255),
    );
  }
}

/** How opaque each pixel is; undefined where the mask is of another size or kind. */
function alphasOf(mask: unknown, image: PDFDict): Uint8Array | undefined {
  if (!(mask instanceof PDFRawStream)) return undefined;
  const same = ['Width', 'Height'].every(
    (key) => mask.dict.lookup(PDFName.of(key))?.toString() === image.lookup(PDFName.of(key))?.toString(),
  );
  const bits = mask.dict.lookup(PDFName.of('BitsPerComponent'));
  return same && bits instanceof PDFNumber && bits.asNumber() === 8 ? unpacked(mask) : undefined;
}

/** An image of one bit a pixel that lets through what is not wholly transparent. */
async function stencil(context: PDFContext, alphas: Uint8Array, width: number): Promise<PDFRef> {
  const height = alphas.length / width;
  const row = Math.ceil(width / 8);
  const bits = new Uint8Array(row * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (alphas[y * width + x] === 0) bits[y * row + (x >> 3)]! |= 0x80 >> (x & 7);
  const dict = context.obj({
    Type: 'XObject',
    Subtype: 'Image',
    ImageMask: true,
    Width: width,
    Height: height,
    BitsPerComponent: 1,
  });
  return context.register(PDFRawStream.of(dict, await pack(dict, bits)));
}
