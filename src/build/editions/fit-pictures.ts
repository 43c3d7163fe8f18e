import { availableParallelism } from 'node:os';
import type { Asset, Assets } from '../../book/book.ts';
import { EnvironmentError } from '../../book/errors.ts';
import type { Metadata } from '../../book/metadata.ts';
import { keepBytes } from '../../machine/bytes/keep-bytes.ts';
import type { PictureMaking } from '../../machine/pictures/picture-of.ts';
import type { PictureWish } from '../../machine/pictures/make-picture.ts';

/** The longer side of a cover as stores ask for it, in pixels: larger ones they make smaller themselves. */
const coverPixels = 2560;

/** Photographs that are made at the same time, at most: each takes some 30 MB. */
const mostLanes = 4;

/** A picture that stays as it is though it should not. */
export interface UnfitPicture {
  readonly path: string;
  /** What of it e-readers may not show right, as the end of a sentence. */
  readonly unfit: string;
  /** Whether it cannot be decoded; else there is no library on this machine. */
  readonly isDamaged: boolean;
}

/** The assets as e-readers show them. */
export interface FitPictures {
  readonly assets: Assets;
  /** In the order of the assets. */
  readonly unfit: ReadonlyArray<UnfitPicture>;
}

/**
 * The assets of a book for e-readers: pictures upright, in sRGB, in formats that all know, and no larger than
 * `epub.images` says. Those that are so already stay as they are.
 *
 * @param make makes a picture of another
 * @param scratch the folder for what would fill the memory
 * @throws EnvironmentError where a picture was changed meanwhile
 */
export async function fitPictures(
  assets: Assets,
  { cover, epub: { images } }: Metadata,
  make: PictureMaking,
  scratch: string,
): Promise<FitPictures> {
  const longestOf = ({ path }: Asset): number => (path === cover?.image ? coverPixels : images.pixels);
  const faultOf = (asset: Asset): string | undefined => asset.unfit ?? sizeFault(asset, longestOf(asset));
  const waiting = [...assets.values()].filter((asset) => faultOf(asset) !== undefined);
  const results = new Map<string, Outcome>();
  const next = waiting.values();
  const lane = async (): Promise<void> => {
    for (const asset of next) {
      const wish = { longest: longestOf(asset), quality: images.quality };
      results.set(asset.path, await fitted(asset, faultOf(asset) ?? '', wish, make, scratch));
    }
  };
  const lanes = Math.min(mostLanes, Math.max(1, availableParallelism() - 1));
  await Promise.all(Array.from({ length: lanes }, lane));
  const outcomes = waiting.flatMap(({ path }) => results.get(path) ?? []);
  const fit = outcomes.flatMap(({ asset }) => (asset === undefined ? [] : [[asset.path, asset] as const]));
  return {
    assets: new Map([...assets, ...fit]),
    unfit: outcomes.flatMap(({ picture }) => picture ?? []),
  };
}

/** Formats that have pixels to be made fewer; what moves stays as it is. */
const rasters: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);

function sizeFault({ mediaType, width = 0, height = 0 }: Asset, longest: number): string | undefined {
  const isTooLarge = rasters.has(mediaType) && Math.max(width, height) > longest;
  return isTooLarge ? `has more than ${longest} pixels on its longer side` : undefined;
}

/** What became of a picture. */
interface Outcome {
  readonly asset?: Asset;
  readonly picture?: UnfitPicture;
}

async function fitted(
  { path, bytes }: Asset,
  unfit: string,
  wish: PictureWish,
  make: PictureMaking,
  scratch: string,
): Promise<Outcome> {
  try {
    const made = await make(bytes, wish);
    if (made === undefined) return { picture: { path, unfit, isDamaged: false } };
    return { asset: { path, ...made, bytes: await keepBytes(made.bytes, scratch) } };
  } catch (error) {
    if (error instanceof EnvironmentError) throw error;
    return { picture: { path, unfit, isDamaged: true } };
  }
}
