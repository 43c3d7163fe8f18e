import { createHash } from 'node:crypto';
import { isStored, type Bytes } from '../../book/bytes.ts';
import { noShelf, plainData } from '../../book/shelf.ts';
import { FileShelf } from '../cache/file-shelf.ts';
import type { MadePicture, PictureWish } from './make-picture.ts';
import type { PictureMaking } from './picture-of.ts';

/** The kind of work that making one picture in one way is: each has a file of its own among what is kept. */
export type PictureWork = `picture ${string}`;

/**
 * A picture made of another, or what an earlier build has made of the same: then nothing is loaded or read.
 *
 * @param fileOf path of the file for one kind of work; undefined where nothing is kept
 * @param make makes what is not there
 * @returns undefined where there is no library for it on this machine
 * @throws whatever making it throws
 */
export async function keptPicture(
  bytes: Bytes,
  wish: PictureWish,
  fileOf: (work: PictureWork) => string | undefined,
  make: PictureMaking,
): Promise<MadePicture | undefined> {
  const sha256 = isStored(bytes) ? bytes.sha256 : createHash('sha256').update(bytes).digest('hex');
  const key = [sha256, String(wish.longest), String(wish.quality)];
  const shelf = FileShelf.at(fileOf(`picture ${key.join(' ')}`));
  const slot = (shelf ?? noShelf).slot(key);
  const { pack, unpack } = plainData<MadePicture>();
  const picture = slot.bytes === undefined ? await make(bytes, wish) : unpack(slot.bytes);
  if (picture === undefined) return undefined;
  if (slot.bytes === undefined) slot.fill(() => pack(picture));
  // At once: those of a whole book would fill the memory.
  await shelf?.save();
  return picture;
}
