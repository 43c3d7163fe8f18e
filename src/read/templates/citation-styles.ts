import { readFile } from 'node:fs/promises';

const folder = new URL('templates/citations/', import.meta.resolve('colophon/package.json'));

/** How the bibliography of a book that has one looks, in print and in e-books: CSS. */
export async function readCitationStyles(): Promise<{ readonly print: string; readonly epub: string }> {
  const [print, epub] = await Promise.all([
    readFile(new URL('print.css', folder), 'utf8'),
    readFile(new URL('epub.css', folder), 'utf8'),
  ]);
  return { print, epub };
}
