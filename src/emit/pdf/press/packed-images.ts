import { PDFName, type PDFContext, type PDFDict, type PDFRef } from 'pdf-lib';
import { ByteSink } from '../../../machine/bytes/byte-sink.ts';
import { FileBytes } from '../../../pdf/file/file-bytes.ts';
import { streamOf } from '../../../pdf/file/stored-stream.ts';
import { pack } from '../content/rewrite-streams.ts';

/** Bytes of images that are kept in memory, together. */
const mostHeld = 16 << 20;

/** Puts other pixels into images, packed; what would fill the memory goes into files. */
export class PackedImages {
  readonly #context: PDFContext;
  readonly #scratch: string | undefined;
  #held = 0;

  /** @param scratch the folder for what would fill the memory; without one all stays in memory */
  constructor(context: PDFContext, scratch: string | undefined) {
    this.#context = context;
    this.#scratch = scratch;
  }

  /** @param dict of the image, which says what the pixels are */
  async replace(ref: PDFRef, dict: PDFDict, pixels: Uint8Array): Promise<void> {
    const bytes = await pack(dict, pixels);
    this.#held += bytes.length;
    const kept = new ByteSink(this.#scratch, this.#held > mostHeld ? 0 : Infinity);
    await kept.add(bytes);
    this.#context.assign(ref, streamOf(dict, new FileBytes(await kept.end()), 0, bytes.length));
  }

  /** The same for pixels of four inks, each of which is written as what it is more than the one before: that packs better. */
  async replaceInks(ref: PDFRef, dict: PDFDict, inks: Uint8ClampedArray, width: number): Promise<void> {
    const row = 4 * width;
    const differences = new Uint8Array(inks.length);
    for (let start = 0; start < inks.length; start += row)
      for (let at = start; at < start + row; at++)
        differences[at] = inks[at]! - (at < start + 4 ? 0 : inks[at - 4]!);
    dict.set(PDFName.of('ColorSpace'), PDFName.of('DeviceCMYK'));
    dict.delete(PDFName.of('Decode'));
    await this.replace(ref, dict, differences);
    // TIFF's predictor (ISO 32000-1, 7.4.4.4).
    const said = { Predictor: 2, Colors: 4, BitsPerComponent: 8, Columns: width };
    dict.set(PDFName.of('DecodeParms'), this.#context.obj(said));
  }
}
