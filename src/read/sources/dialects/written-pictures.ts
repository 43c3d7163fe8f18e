import { posix } from 'node:path';
import type { VFile } from 'vfile';
import type { BookContext } from './dialect.ts';
import { instead, kindsOf, type Line } from './lines.ts';

/** A picture that is written into its address, up to what ends the address. */
const written =
  /data:image\/(png|jpe?g|gif|webp|svg\+xml)((?:;[\w.=-]+)*),((?:[A-Za-z0-9+/=_.~!*:,;@$&'-]|%[0-9A-F]{2})+)/gi;

/**
 * Takes the pictures out that a text keeps in addresses (`![Sea](data:image/png;base64,…)`), as Google Docs and
 * notebooks write them, and hangs them on the file under names of their own; code stays as typed.
 */
export function withoutWrittenPictures(
  lines: ReadonlyArray<Line>,
  file: VFile,
  book: BookContext,
): ReadonlyArray<Line> {
  if (!lines.some(({ text }) => text.includes('data:image/'))) return lines;
  const stem = posix.basename(file.path).replace(/\.[^.]*$/, '');
  const names = new Map<string, string>();
  const kept = new Map(file.data.kept);
  const keep = (whole: string, type: string, how: string, data: string): string => {
    const known = names.get(whole);
    if (known !== undefined) return known;
    const bytes = /;base64$/i.test(how)
      ? Buffer.from(decodedText(data), 'base64')
      : Buffer.from(decodedText(data));
    if (bytes.length === 0) return whole;
    const ending = type.toLowerCase().replace('svg+xml', 'svg').replace('jpeg', 'jpg');
    const name = `${stem.replace(/[^\p{L}\p{N}_-]+/gu, '-')}-written-${names.size + 1}.${ending}`;
    names.set(whole, name);
    kept.set(posix.join(posix.dirname(file.path), name), bytes);
    return name;
  };
  // What is a block of code can be told when the lines are short.
  const short = lines.map((line) => instead(line, line.text.replace(written, keep)));
  const kinds = kindsOf(short);
  file.data.kept = kept;
  for (const path of kept.keys()) book.keeps(path);
  return short.map((line, index) => (kinds[index] === 'prose' ? line : (lines[index] ?? line)));
}

/** A text without the signs by which an address writes what it cannot hold. */
function decodedText(data: string): string {
  try {
    return decodeURIComponent(data);
  } catch {
    return data;
  }
}
