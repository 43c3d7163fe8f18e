import { posix } from 'node:path';

/**
 * A title of the name of a file or folder: `my-first_book.md` → `My first book`.
 *
 * @param path with forward slashes
 */
export function titleOfName(path: string): string {
  const words = posix
    .basename(path)
    .replace(/\.(?:md|markdown|[qr]md)$/i, '')
    .replace(/^\d+[-_. ]+(?=\p{L})/u, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return words === '' ? 'Untitled' : words.charAt(0).toUpperCase() + words.slice(1);
}
