import type { Assets, Book, Hast } from '../../book/book.ts';
import { coverAlternative } from './cover-words.ts';

/**
 * The book with a front set in type as its cover image, and the files it carries along with that.
 *
 * @param book the book, which has no cover image of its own
 * @param assets the files of the manuscript by path
 * @param front the front, a JPEG picture
 */
export function withFront(
  book: Book<Hast>,
  assets: Assets,
  front: Uint8Array,
): { readonly book: Book<Hast>; readonly assets: Assets } {
  const { metadata, labels } = book;
  let path = 'cover.jpg';
  while (assets.has(path)) path = `front-${path}`;
  const alt = metadata.cover?.alt ?? coverAlternative(metadata, labels);
  return {
    book: { ...book, metadata: { ...metadata, cover: { ...metadata.cover, image: path, alt } } },
    assets: new Map([...assets, [path, { path, bytes: front, mediaType: 'image/jpeg' }]]),
  };
}
