import type { Sharp, SharpOptions } from 'sharp';

/** What turns pictures into others: sharp, on libvips. */
export interface PictureLibrary {
  /** @param isWhole whether what is cut short or damaged is refused: browsers show what is there of a picture */
  readonly open: (bytes: Uint8Array, isWhole?: boolean) => Sharp;
  readonly versions: { readonly sharp: string; readonly vips: string };
}

/** What is decoded, and by nothing else: each decoder is a door for hostile files. */
const decoders = ['Jpeg', 'Png', 'Webp', 'Tiff', 'Heif'].map((name) => `VipsForeignLoad${name}Buffer`);

const reading: SharpOptions = {
  // Sizes are judged before, by limits that can be set.
  limitInputPixels: false,
  sequentialRead: true,
};

let library: Promise<PictureLibrary | undefined> | undefined;

/** The library; undefined where there is none for this machine. It takes 18 MB: few books need it. */
export function pictureLibrary(): Promise<PictureLibrary | undefined> {
  library ??= load().catch(() => undefined);
  return library;
}

async function load(): Promise<PictureLibrary> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  // As many pictures are made at a time as there is room for, each by one thread: nothing follows from cores.
  sharp.concurrency(1);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: decoders });
  return {
    open: (bytes, isWhole = false) => sharp(bytes, { ...reading, failOn: isWhole ? 'error' : 'none' }),
    versions: { sharp: sharp.versions.sharp ?? '', vips: sharp.versions.vips },
  };
}
