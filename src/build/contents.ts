import { createHash } from 'node:crypto';
import { sections } from '../book/book.ts';
import type { ReleasedMedium, ReleasedPage, ReleasedSection } from '../book/contents.ts';
import type { PageMap } from '../book/page-map.ts';
import { hashOf } from '../release/artifacts.ts';
import type { WordsBehind } from '../prove/pages/words-behind.ts';
import type { ComposedBook } from './composed-book.ts';
import type { Expected } from './work/conservation.ts';

/**
 * What the sections of a book hold and where they stand in print, as its manifest tells of them: what has changed
 * from one release to the next can be said of these alone.
 *
 * @param text what every edition must have of the text; notes count for the section that cites them
 */
export function contentsOf(
  { book }: Pick<ComposedBook, 'book'>,
  { text }: Pick<Expected, 'text'>,
  pageMap: PageMap | undefined,
): ReleasedSection[] {
  const owners = new Map(book.notes.map(({ id, section }) => [id, section]));
  const notes = new Map<string | undefined, number>();
  for (const owner of owners.values()) notes.set(owner, (notes.get(owner) ?? 0) + 1);
  const words = new Map<string, number>();
  const hashes = new Map(sections(book).map(({ id }) => [id, createHash('sha256')]));
  for (const section of text)
    for (const passage of section.passages) {
      const owner = owners.get(passage.note ?? '') ?? section.id;
      words.set(owner, (words.get(owner) ?? 0) + passage.words);
      hashes.get(owner)?.update(`${passage.text}\n`);
    }
  const begins = sections(book).map(({ id }) => pageMap?.anchors.get(id));
  return sections(book).map(({ id, role, title, number }, index) => {
    const page = begins[index];
    const next = begins.slice(index + 1).find((each) => each !== undefined) ?? pageMap?.pages.length;
    return {
      id,
      role,
      title: legible(title),
      ...(number !== undefined && { number }),
      ...(page !== undefined && next !== undefined && { page, pages: Math.max(next - page, 1) }),
      words: words.get(id) ?? 0,
      notes: notes.get(id) ?? 0,
      sha256: hashes.get(id)?.digest('hex') ?? '',
    };
  });
}

/** The pictures and recordings that a book refers to, each once, as its manifest tells of them. */
export function mediaOf({
  assets,
  references,
}: Pick<ComposedBook, 'assets' | 'references'>): ReleasedMedium[] {
  const alternatives = new Map<string, string | undefined>();
  for (const { path, alt } of references) if (!alternatives.has(path)) alternatives.set(path, alt);
  return [...alternatives].flatMap(([path, alt]) => {
    const asset = assets.get(path);
    if (asset === undefined) return [];
    const { bytes, mediaType, width, height } = asset;
    return [
      {
        path,
        ...(alt !== undefined && alt !== '' && { alt }),
        mediaType,
        ...(width !== undefined && { width }),
        ...(height !== undefined && { height }),
        sha256: hashOf(bytes),
      },
    ];
  });
}

/** So many characters tell how a page begins. */
const telling = 60;

/**
 * The pages of a printed book, as its manifest tells of them.
 *
 * @param marks what stands behind the marks of pages in the e-book
 */
export function pagesOf({ pages }: PageMap, marks: ReadonlyArray<WordsBehind> = []): ReleasedPage[] {
  const words = new Map(marks.map(({ label, text }) => [label, legible(text)]));
  return pages.map(({ label, blank }) => {
    const text = blank ? '' : (words.get(label) ?? '');
    return { label, ...(text !== '' && { begins: shortened(text) }) };
  });
}

/** A text without what is not seen in it. */
function legible(text: string): string {
  return text
    .replaceAll(/[\u00AD\u200B\u2060]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Whole words of the beginning of a text. */
function shortened(text: string): string {
  if (text.length <= telling) return text;
  const whole = text.slice(0, telling + 1).replace(/\s+\S*$/, '');
  return `${whole.length > telling ? text.slice(0, telling) : whole} …`;
}
