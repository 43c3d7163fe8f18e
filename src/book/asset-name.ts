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
  return drawing === undefined ? `The ${kindInWords(kind)} "${path}"` : 'The drawing';
}

/** A kind of file as messages call it. */
export function kindInWords(kind: AssetKind): string {
  return kind === 'captions' ? 'caption file' : kind;
}
