import { createHash } from 'node:crypto';
import { isStored, type Bytes } from '../../book/bytes.ts';
import { kept, noShelf, plainData } from '../../book/shelf.ts';
import { readBytes } from '../bytes/read-bytes.ts';
import { FileShelf } from '../cache/file-shelf.ts';
import { makePicture, type MadePicture, type PictureWish } from './make-picture.ts';
import { pictureLibrary } from './picture-library.ts';

/** Makes a picture of another; undefined where there is no library for it on this machine. */
export type PictureMaking = (bytes: Bytes, wish: PictureWish) => Promise<MadePicture | undefined>;

/** The kind of work that making one picture in one way is: each has a file of its own among what is kept. */
export type PictureWork = `picture ${string}`;

/**
 * A picture made of another, or what an earlier build has made of the same: then nothing is loaded or read.
 *
 * @param fileOf path of the file for one kind of work; undefined where nothing is kept
 * @returns undefined where there is no library for it on this machine
 * @throws Error where the picture cannot be decoded
 * @throws EnvironmentError where it was changed since it was read first
 */
export async function keptPicture(
  bytes: Bytes,
  wish: PictureWish,
  fileOf: (work: PictureWork) => string | undefined,
): Promise<MadePicture | undefined> {
  const sha256 = isStored(bytes) ? bytes.sha256 : createHash('sha256').update(bytes).digest('hex');
  const key = [sha256, String(wish.longest), String(wish.quality)];
  const shelf = FileShelf.at(fileOf(`picture ${key.join(' ')}`));
  const slot = (shelf ?? noShelf).slot(key);
  const library = slot.bytes === undefined ? await pictureLibrary() : undefined;
  if (slot.bytes === undefined && library === undefined) return undefined;
  const picture = await kept(slot, plainData<MadePicture>(), async () =>
    makePicture(library!, await readBytes(bytes), wish),
  );
  // At once: those of a whole book would fill the memory.
  await shelf?.save();
  return picture;
}
