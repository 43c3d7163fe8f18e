import { usualLimits } from '../../book/limits.ts';
import { readSafely, useSafely } from '../files/safe-file.ts';
import { carried, imageFormat, isCarried, type ImageFormat } from '../images/image-format.ts';

/** An image under a name that is not its own on disk. */
export interface KeptImage {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * What becomes of an image: another is kept for it, it cannot be in a book, its file was not fetched, or it is fine as
 * it lies.
 */
export type CarriedImage = KeptImage | 'unfit' | 'pointer' | undefined;

/**
 * An image in a format that a book can carry, where its bytes are of another format than its name says, or of one
 * that no e-book shows: then a picture of the same pixels.
 *
 * @param root the manuscript folder
 */
export async function inCarriedFormat(root: string, path: string): Promise<CarriedImage> {
  const [, stem = '', ending = ''] =
    /^(.*)\.(png|jpe?g|jpe|gif|webp|bmp|dib|tiff?|avif|heic|jxl)$/i.exec(path) ?? [];
  if (ending === '') return undefined;
  const most = usualLimits['image-size'];
  const head = await useSafely(root, path, most, async (file) => {
    const { buffer } = await file.read(Buffer.alloc(32), 0, 32, 0);
    return buffer;
  });
  if (!(head instanceof Uint8Array)) return head.fault === 'lfs-pointer' ? 'pointer' : undefined;
  const format = imageFormat(head);
  // A page of a website that says that it has no such picture.
  if (format === undefined && /^\s*<(?:!doctype html|html)\b/i.test(Buffer.from(head).toString('latin1')))
    return 'unfit';
  if (format === undefined || format === 'svg') return undefined;
  if (isCarried(format) && carried[format].endings.some((each) => each === ending.toLowerCase()))
    return undefined;
  const { bytes } = await readSafely(root, path, most);
  if (bytes === undefined) return undefined;
  if (isCarried(format)) return { path: `${stem}.${carried[format].endings[0]}`, bytes };
  const made = await madeOf(format, bytes);
  // The name on disk stays in it: beside it may lie a picture that differs in its ending alone.
  return made === undefined ? 'unfit' : { path: `${path}.${made.ending}`, bytes: made.bytes };
}

/** A picture of the same pixels as PNG or JPEG. */
async function madeOf(
  format: ImageFormat,
  bytes: Uint8Array,
): Promise<{ readonly ending: string; readonly bytes: Uint8Array } | undefined> {
  if (format === 'bmp') {
    const { pngOfBmp } = await import('../images/bmp.ts');
    const png = pngOfBmp(bytes, usualLimits['image-pixels']);
    return png && { ending: 'png', bytes: png };
  }
  if (format !== 'tiff' && format !== 'avif') return undefined;
  const { PictureProcess } = await import('../../machine/pictures/picture-process.ts');
  const decoder = new PictureProcess();
  try {
    const made = await decoder.make(bytes, { quality: 90, isWhole: true });
    return made && { ending: made.mediaType === 'image/png' ? 'png' : 'jpg', bytes: made.bytes };
  } catch {
    return undefined;
  } finally {
    decoder.end();
  }
}
