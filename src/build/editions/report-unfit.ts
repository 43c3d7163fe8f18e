import type { AssetReference } from '../../book/book.ts';
import { furtherPlaces } from '../../book/messages/further-places.ts';
import { report } from '../../book/messages/messages.ts';
import type { UnfitPicture } from './fit-pictures.ts';

/**
 * Tells of pictures that are in the e-book as they are though not all e-readers show them right: one message
 * for all where there is no library on this machine, one for each that cannot be decoded.
 *
 * @param references the places that ask for them
 */
export function reportUnfit(
  pictures: ReadonlyArray<UnfitPicture>,
  references: ReadonlyArray<AssetReference>,
): void {
  const placed = pictures.flatMap((picture) => {
    const reference = references.find(({ path }) => path === picture.path);
    return reference === undefined ? [] : [{ ...picture, reference }];
  });
  for (const { path, unfit, isDamaged, reference } of placed) {
    if (!isDamaged) continue;
    const told = `The image "${path}" ${unfit}, and is in the e-book so: it cannot be decoded`;
    report(reference.file, 'image-unfit', told, reference.position, {
      hint: 'Export the image again, as JPEG or PNG, upright and in sRGB.',
    });
  }
  const [first, ...others] = placed.filter(({ isDamaged }) => !isDamaged);
  if (first === undefined) return;
  const places = others.flatMap(({ reference: { file, position } }) =>
    position === undefined ? [] : [{ file, point: position.start }],
  );
  const told = `The image "${first.path}" ${first.unfit}, and is in the e-book so: what converts it is not installed on this machine`;
  report(first.reference.file, 'image-unfit', `${told}${furtherPlaces(places)}`, first.reference.position);
}
