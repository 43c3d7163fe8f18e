import type { AssetReference } from './book.ts';

/**
 * An image as messages call it: `The image "images/map.png"`; a drawing in the text has no name.
 *
 * @param image its path in the manuscript folder, and its source where it is written in the text
 */
export function imageName({
  path,
  drawing,
}: {
  readonly path: string;
  readonly drawing?: AssetReference['drawing'] | undefined;
}): string {
  return drawing === undefined ? `The image "${path}"` : 'The drawing';
}
