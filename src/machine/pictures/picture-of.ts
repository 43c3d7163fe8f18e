import type { Bytes } from '../../book/bytes.ts';
import { readBytes } from '../bytes/read-bytes.ts';
import { makePicture, type MadePicture, type PictureWish } from './make-picture.ts';
import { pictureLibrary } from './picture-library.ts';

/** Makes a picture of another; undefined where there is no library for it on this machine. */
export type PictureMaking = (bytes: Bytes, wish: PictureWish) => Promise<MadePicture | undefined>;

/**
 * A picture made of another, in this process.
 *
 * @returns undefined where there is no library for it on this machine
 * @throws Error where the picture cannot be decoded
 * @throws EnvironmentError where it was changed since it was read first
 */
export const pictureOf: PictureMaking = async (bytes, wish) => {
  const library = await pictureLibrary();
  return library === undefined ? undefined : makePicture(library, await readBytes(bytes), wish);
};
