import type { Message } from '../../book/messages/messages.ts';
import type { PrintedPages } from '../../book/page-map.ts';
import { openEpub } from '../epub-container.ts';
import { factsDiffer } from '../facts/compare.ts';
import { placeOf, wordsBehind, type WordsBehind } from './words-behind.ts';

/**
 * What an EPUB says otherwise of the printed pages than the print does: every page of the body that has something
 * of the book must be marked once, empty ones not at all; marks and list must have the same pages in the same order,
 * each called as it is printed.
 *
 * @param epub the finished file
 * @param path its name
 */
export async function checkPagesInEpub(
  epub: Uint8Array,
  path: string,
  { pages, starts }: Pick<PrintedPages, 'pages' | 'starts'>,
): Promise<ProvedPages> {
  const { spine, navigation, read } = await openEpub(epub);
  const files = await Promise.all(spine.map(async (file) => marksIn(file, await read(file))));
  const marks = files.flat();
  const labels = marks.map(({ label }) => label);
  const first = pages.findIndex(({ label }) => /^\p{Nd}/u.test(label));
  const due = starts.flatMap(({ page }) => (page >= first ? [pages[page]?.label ?? ''] : []));
  const known = new Set(pages.flatMap(({ label, blank }) => (blank ? [] : [label])));
  const counted = new Set(labels);
  const unseen = new Set(labels);
  const faults = [
    told(
      'does not mark where these printed pages begin',
      due.filter((label) => !counted.has(label)),
    ),
    told(
      'marks pages that print has not, or has empty',
      labels.filter((label) => !known.has(label)),
    ),
    told(
      'marks printed pages twice',
      labels.filter((label) => !unseen.delete(label)),
    ),
    isListed(marks, await read(navigation)) ? [] : ['The EPUB lists other pages than it marks'],
  ];
  return {
    messages: faults.flat().map((reason) => factsDiffer(path, reason)),
    words: marks.map(({ words }) => words),
  };
}

/** What is found of the pages in an EPUB. */
export interface ProvedPages {
  readonly messages: ReadonlyArray<Message>;
  /** What stands behind the marks, in their order. */
  readonly words: ReadonlyArray<WordsBehind>;
}

/** A mark: the name of its file and its id, as an address, and what it calls its page. */
interface Mark {
  readonly address: string;
  readonly label: string;
  readonly words: WordsBehind;
}

function marksIn(file: string, xhtml: string): Mark[] {
  const name = file.replace(/^.*\//, '');
  const place = placeOf(xhtml);
  return [...xhtml.matchAll(/<[^<>]*\sepub:type="pagebreak"[^<>]*>/g)].map(({ 0: tag, index }) => {
    const label = attribute(tag, 'aria-label');
    const words = wordsBehind(xhtml, index + tag.length, label, place);
    return { address: `${name}#${attribute(tag, 'id')}`, label, words };
  });
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

/** Whether a navigation document lists the marks, all of them and in their order. */
function isListed(marks: ReadonlyArray<Mark>, xhtml: string): boolean {
  const [list = ''] = /<nav[^>]*\sepub:type="page-list".*?<\/nav>/s.exec(xhtml) ?? [];
  const entries = [...list.matchAll(/<a[^>]*\shref="([^"]*)"[^>]*>([^<]*)</g)];
  return (
    entries.length === marks.length &&
    entries.every(([, href, label], index) => href === marks[index]?.address && label === marks[index]?.label)
  );
}

function told(fault: string, labels: ReadonlyArray<string>): string[] {
  return labels.length === 0 ? [] : [`The EPUB ${fault}: ${labels.join(', ')}`];
}
