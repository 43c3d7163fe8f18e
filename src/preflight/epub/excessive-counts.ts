import { limits } from '../../book/limits.ts';
import { openArchive, type ArchiveFile } from './stores/archive.ts';

/** What is read of a file that lists others: no book's list is longer, and one that is has been refused by its number. */
const longest = 2 ** 24;

/** A number of things that no book has. */
export interface ExcessiveCount {
  readonly most: number;
  /** What there are so many of. */
  readonly what: string;
}

/**
 * What an EPUB has more of than any book, counted before it is judged: the time of that grows with the square of
 * the numbers.
 *
 * @param epub the container; of what is no archive nothing is known
 */
export async function excessiveCount(epub: Uint8Array): Promise<ExcessiveCount | undefined> {
  const files = await openArchive(epub);
  if (files.size > limits['epub-files'].most) return limits['epub-files'];
  const container = await textOf(files.get('META-INF/container.xml'));
  for (const path of named(container, /full-path\s*=\s*["']([^"']*)/g)) {
    const description = await textOf(files.get(path));
    if (most(description, ['item', 'itemref']) > limits['epub-files'].most) return limits['epub-files'];
    if (most(description, ['meta', 'link', 'reference', 'collection']) > limits['epub-entries'].most)
      return limits['epub-entries'];
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    for (const each of named(description, lists)) {
      const contents = await textOf(files.get(folder + each));
      if (most(contents, ['li', 'navPoint', 'pageTarget']) > limits['epub-entries'].most)
        return limits['epub-entries'];
    }
  }
  return undefined;
}

/** The addresses of the contents of an e-book, old and new. */
const lists =
  /<(?:[\w.-]+:)?item\b(?=[^>]*(?:\bproperties\s*=\s*["'][^"']*\bnav\b|application\/x-dtbncx\+xml))[^>]*?\bhref\s*=\s*["']([^"']*)/g;

function named(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), ([, name = '']) => decode(name));
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** How many elements there are of the one of these of which there are most. */
function most(xml: string, names: ReadonlyArray<string>): number {
  const counts = names.map(
    (name) => xml.match(new RegExp(`<(?:[\\w.-]+:)?${name}[\\s/>]`, 'g'))?.length ?? 0,
  );
  return Math.max(...counts);
}

async function textOf(file: ArchiveFile | undefined): Promise<string> {
  // What cannot be unpacked is told of by those who judge it.
  return (await file?.read(longest).catch(() => undefined))?.toString('latin1') ?? '';
}
