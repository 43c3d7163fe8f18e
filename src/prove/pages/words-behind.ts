import { backArrow } from '../../book/back-arrow.ts';

/** The words behind the mark of a page in an e-book, as far as they tell where it stands. */
export interface WordsBehind {
  /** As the mark calls its page. */
  readonly label: string;
  /** The text from there, up to the next mark; nothing where other than words comes first. */
  readonly text: string;
  /** The same, divided where items of lists begin: print has their labels in letters among the words. */
  readonly items: ReadonlyArray<string>;
  /** What print repeats at the head of the page: the first rows of the table it stands in. */
  readonly repeated: string;
  /** Contents, lists and the index have other numbers and more words in print. */
  readonly place: 'contents' | 'list' | 'text';
  /** Whether there are readings of ruby in it, which print has among the words. */
  readonly hasReadings: boolean;
}

/** How much of a document is looked at behind a mark, and how much is told of it. */
const reach = 4000;
const told = 120;
const readings = 600;

const pageMark = /<[^<>]*\sepub:type="pagebreak"[^<>]*>/;

/** What has no letters in one of both editions, or has them in another order: notes at the foot of pages stand elsewhere. */
const unlike = /<(?:math|svg|audio|video|img|object)\b|<section\b[^>]*\sclass="[^"]*\bfoot-notes\b/;

/** What is left out of the text: readings of ruby, and what lists of notes have in the e-book alone. */
const aside = new RegExp(
  String.raw`<a\b[^>]*\sclass="backlink"[^>]*>${backArrow}.*?</a>|<(rt|rp)\b[^>]*>.*?</\1>|<p class="notes-to-pages">.*?</p>`,
  'gs',
);

const contents = /<nav\b[^>]*\sepub:type="toc"/;
const lists = /<section\b[^>]*\sepub:type="(?:index|loi|lot)"/;

/**
 * The words behind a mark.
 *
 * @param xhtml the document
 * @param at where the mark ends
 * @param label what it calls its page
 * @param place what the document holds
 */
export function wordsBehind(
  xhtml: string,
  at: number,
  label: string,
  place: WordsBehind['place'] = placeOf(xhtml),
): WordsBehind {
  const [own = ''] = xhtml.slice(at, at + reach).split(pageMark);
  const [words = ''] = own.replace(/<span[^<>]*$/, '').split(unlike);
  return {
    label,
    text: textOf(words).slice(0, told),
    items: itemsOf(xhtml.slice(0, at), words),
    repeated: textOf(headOf(xhtml.slice(0, at))).slice(0, told),
    place,
    hasReadings: words.slice(0, readings).includes('<ruby'),
  };
}

/** A mark at the beginning of an item. */
const beginsItem = /<li\b[^<>]*>\s*(?:<(?!\/)[^<>]*>\s*)*<[^<>]*>$/;

/** How much of what stands before a mark tells whether it begins an item. */
const shortBefore = 1000;

function itemsOf(before: string, words: string): string[] {
  const items = words.split(/<li\b/).map((item, index) => textOf(index === 0 ? item : `<li${item}`));
  return beginsItem.test(before.slice(-shortBefore)) ? ['', ...items] : items;
}

/** What a document holds. */
export function placeOf(xhtml: string): WordsBehind['place'] {
  if (contents.test(xhtml)) return 'contents';
  return lists.test(xhtml) ? 'list' : 'text';
}

/** The head of the table that is still open where a document ends. */
function headOf(before: string): string {
  const table = before.slice(before.lastIndexOf('<table'));
  if (!table.startsWith('<table') || table.includes('</table>')) return '';
  return /<thead\b.*?<\/thead>/s.exec(table)?.[0] ?? '';
}

function textOf(xhtml: string): string {
  return xhtml
    .replaceAll(aside, '')
    .replaceAll(/<[^>]*>?/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
