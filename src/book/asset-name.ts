import type { AssetKind, AssetReference } from './book.ts';

/**
 * A file that the text asks for as messages call it: `The image "images/map.png"`; a drawing in the text has no
 * name.
 *
 * @param reference its path, and what it is
 */
export function assetName({
  path,
  drawing,
  kind = 'image',
}: Pick<AssetReference, 'path' | 'drawing'> & { readonly kind?: AssetKind }): string {
  return drawing === undefined ? `The ${kind} "${path}"` : 'The drawing';
}
