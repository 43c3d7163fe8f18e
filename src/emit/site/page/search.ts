import MiniSearch, { type SearchResult } from 'minisearch';
import { indexReceiver, searchOptions, termsOf, type SearchedPlace } from '../search-options.ts';

/*
 * The search of a site. The index is a script that hands its text over: so it can be loaded from a disk as well.
 */

/** As many places are listed at most. */
const most = 50;

/** Characters of the text before and behind the first word that was found. */
const around = 60;

type Found = SearchResult & SearchedPlace;

let index: MiniSearch<SearchedPlace> | undefined;

const dialog = document.querySelector<HTMLDialogElement>('#search');
const input = dialog?.querySelector('input');
const list = dialog?.querySelector('ol');
const status = dialog?.querySelector<HTMLElement>('[role="status"]');

function receive(json: string): void {
  index = MiniSearch.loadJSON<SearchedPlace>(json, searchOptions);
  search();
}

function search(): void {
  if (input == null || list == null || status == null || index === undefined) return;
  const words = input.value.trim();
  const found = words === '' ? [] : (index.search(words) as Found[]);
  list.replaceChildren(...found.slice(0, most).map(itemOf));
  const { found: some = '', nothing = '' } = status.dataset;
  const counted = found.length === 0 ? nothing : some.replace('{count}', String(found.length));
  status.textContent = words === '' ? '' : counted;
}

function itemOf(place: Found): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = place.href;
  link.textContent = place.title;
  item.append(link);
  if (place.page !== place.title) {
    const page = document.createElement('span');
    page.className = 'site-page';
    page.textContent = place.page;
    item.append(page);
  }
  const excerpt = document.createElement('p');
  excerpt.append(...excerptOf(place));
  item.append(excerpt);
  return item;
}

/** The text around the first word that was found, with all that were found marked. */
function excerptOf({ text, terms }: Found): Array<string | HTMLElement> {
  const spans = spansOf(text, terms);
  const [first] = spans;
  const early = first === undefined ? 0 : Math.max(0, first.start - around);
  // Not within a word.
  const blank = early === 0 ? -1 : text.slice(early, first?.start).indexOf(' ');
  const start = early + blank + 1;
  const end = Math.min(text.length, (first?.end ?? 0) + 3 * around);
  const parts: Array<string | HTMLElement> = [start > 0 ? '… ' : ''];
  let at = start;
  for (const span of spans) {
    if (span.start < at || span.end > end) continue;
    const mark = document.createElement('mark');
    mark.textContent = text.slice(span.start, span.end);
    parts.push(text.slice(at, span.start), mark);
    at = span.end;
  }
  return [...parts, text.slice(at, end), end < text.length ? ' …' : ''];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where the terms stand in a text. */
function spansOf(text: string, terms: ReadonlyArray<string>): Span[] {
  const wanted = new Set(terms);
  const spans: Span[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{M}]+)*/gu)) {
    const [word] = match;
    const isFound = termsOf(word).some((term) => wanted.has(term));
    if (!isFound) continue;
    spans.push(
      ...(word.length > 2 * around ? withinLong(word, match.index, terms) : [spanAt(match.index, word)]),
    );
  }
  return spans;
}

function spanAt(start: number, word: string): Span {
  return { start, end: start + word.length };
}

/** Scripts without spaces have words as long as a sentence. */
function withinLong(run: string, at: number, terms: ReadonlyArray<string>): Span[] {
  return terms
    .map((term) => ({ term, start: run.indexOf(term) }))
    .filter(({ start }) => start >= 0)
    .map(({ term, start }) => spanAt(at + start, term))
    .toSorted((a, b) => a.start - b.start);
}

/** Arrow keys lead from the words to the places that were found, and along them. */
function onKey(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops: HTMLElement[] = [...(input == null ? [] : [input]), ...(list?.querySelectorAll('a') ?? [])];
  const here = stops.findIndex((stop) => stop === document.activeElement);
  const next = stops[here + (event.key === 'ArrowDown' ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

input?.addEventListener('input', search);
dialog?.addEventListener('keydown', onKey);
dialog?.querySelector('form')?.addEventListener('submit', (event) => {
  // With Enter one goes to the first place; the button closes the dialog.
  if (event.submitter !== null && document.activeElement === event.submitter) return;
  event.preventDefault();
  list?.querySelector('a')?.click();
});
list?.addEventListener('click', (event) => {
  // A place on this page is behind the dialog.
  if (event.target instanceof HTMLAnchorElement) dialog?.close();
});
Object.assign(globalThis, { [indexReceiver]: receive });
