import type { Message } from '../../book/messages/messages.ts';
import type { PrintedPages } from '../../book/page-map.ts';
import { factsDiffer } from '../facts/compare.ts';
import { printedLetters } from '../text/folding.ts';
import { fromRight } from '../text/from-right.ts';
import type { WordsBehind } from './words-behind.ts';

/** So many letters tell that a page begins with words. */
const telling = 14;

/** So many letters a word may have before it is divided at the end of a page. */
const longestWord = 40;

/** A page of a finished PDF. */
export interface PrintedPage {
  /** As viewers call it. */
  readonly label: string;
  /**
   * With what it begins, in the orders in which that can be read, the likely one first, folded as print is; below a
   * height where there is one, in points from the lower edge of the sheet.
   */
  readonly beginnings: (below?: number) => Iterable<string>;
}

/**
 * Marks of an EPUB that stand elsewhere than the printed page begins, as the finished PDF has it, or call it otherwise.
 *
 * @param marks what stands behind them
 * @param path name of the EPUB
 * @param pages those of the finished PDF
 * @param starts where the pages began when they were laid out
 * @param missing characters no font of the book has
 */
export function checkFirstWords(
  marks: ReadonlyArray<WordsBehind>,
  path: string,
  pages: ReadonlyArray<PrintedPage>,
  { starts }: Pick<PrintedPages, 'starts'>,
  missing: ReadonlySet<string>,
): Message[] {
  const folding = printedLetters(missing);
  const byLabel = new Map(pages.map((page, index) => [page.label, index]));
  const divided = new Set(starts.flatMap((start) => (start.divided === true ? [start.page] : [])));
  const heights = new Map(starts.map(({ page, below }) => [page, below]));
  const unknown: string[] = [];
  const astray: string[] = [];
  for (const mark of marks) {
    const index = byLabel.get(mark.label);
    const page = index === undefined ? undefined : pages[index];
    if (index === undefined || page === undefined) unknown.push(mark.label);
    else {
      const beginnings = page.beginnings(heights.get(index));
      if (!beginsWith(beginnings, mark, divided.has(index), (text) => folding.fold(text)))
        astray.push(mark.label);
    }
  }
  return [
    ...told('The EPUB marks pages that the PDF calls otherwise', unknown, path),
    ...told('The EPUB marks these printed pages elsewhere than they begin', astray, path),
  ];
}

function beginsWith(
  beginnings: Iterable<string>,
  { text, items, repeated, place, hasReadings }: WordsBehind,
  isDivided: boolean,
  fold: (text: string) => string,
): boolean {
  const words = fold(text);
  const head = fold(repeated);
  if (words === '' || place === 'contents') return true;
  const labelled = items.length > 1 ? withLabels(items.map(fold)) : undefined;
  for (const printed of beginnings) {
    if (labelled?.test(lettersOf(printed)) === true) return true;
    const page = head !== '' && printed.startsWith(head) ? printed.slice(head.length) : printed;
    if (place === 'list') {
      if (lettersOf(printed).includes(lettersOf(words).slice(0, telling))) return true;
      continue;
    }
    // Print has numbers of items and notes as text.
    if (isAlike(printed, words) || isAlike(page, words) || isAlike(lettersOf(page), lettersOf(words)))
      return true;
    const isMixed = hasReadings || turns(printed) || turns(words);
    if (isMixed && hasLetters(printed, words.slice(0, telling))) return true;
    const within = isDivided ? words.indexOf(page.slice(0, telling)) : -1;
    if (within > 0 && within < longestWord) return true;
  }
  return false;
}

/** So many items are held to print: what may stand before each makes for many ways to try. */
const mostItems = 5;

/** What begins with the words of items, each behind its label or without, as `b.` or `xviii.`. */
function withLabels(items: ReadonlyArray<string>): RegExp {
  let left = telling;
  const tried = items.filter((item, index) => index === 0 || item !== '').slice(0, mostItems);
  const parts = tried.map((item) => {
    const letters = lettersOf(item).slice(0, left);
    left -= letters.length;
    return letters.replaceAll(/[^\p{L}\p{M}]/gu, String.raw`\$&`);
  });
  return new RegExp(`^${parts.join('[a-z]{0,8}')}`, 'iu');
}

/** Figures run from left to right in every script. */
const fromLeft = new RegExp(`\\p{Nd}|(?!${fromRight.source})\\p{L}`, 'u');

/**
 * Whether the direction changes where a page begins: in which order print has the words then depends on where its
 * lines end, on what is raised, and on large initials, too.
 */
function turns(text: string): boolean {
  const first = text.slice(0, firstLetters);
  return fromRight.test(first) && fromLeft.test(first);
}

/** Whether letters all stand among the first of a page. */
function hasLetters(page: string, words: string): boolean {
  const left = page.slice(0, firstLetters).split('');
  return words.split('').every((letter) => {
    const at = left.indexOf(letter);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** So many letters are the first of a page. */
const firstLetters = 60;

function isAlike(page: string, words: string): boolean {
  const length = Math.min(telling, words.length, page.length);
  return length > 0 && page.slice(0, length) === words.slice(0, length);
}

function lettersOf(text: string): string {
  return text.replaceAll(/\p{N}/gu, '');
}

function told(fault: string, labels: ReadonlyArray<string>, path: string): Message[] {
  return labels.length === 0 ? [] : [factsDiffer(path, `${fault}: ${labels.join(', ')}`, 'warning')];
}
