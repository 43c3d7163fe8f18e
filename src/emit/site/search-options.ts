import type { Options } from 'minisearch';

/** What the search knows of a place in the book: a heading, and the text below it. */
export interface SearchedPlace {
  readonly id: number;
  /** The heading; that of the page where there is none above. */
  readonly title: string;
  /** What the page is called. */
  readonly page: string;
  readonly href: string;
  readonly text: string;
}

/** The scripts that are written without spaces between words, which are searched by two characters at a time. */
const unspaced =
  /\p{scx=Han}|\p{scx=Hira}|\p{scx=Kana}|\p{scx=Bopo}|\p{sc=Thai}|\p{sc=Lao}|\p{sc=Khmr}|\p{sc=Mymr}|\p{sc=Tibt}/u;

/** Letters whose accents and vowel signs may be left out when one searches. */
const accented = /[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Arab}\p{sc=Hebr}]/u;

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{M}]+)*/gu;

/**
 * The terms of a text: words, in scripts without spaces pairs of characters; equal for the search and for what is searched,
 * on any machine.
 */
export function termsOf(text: string): string[] {
  return [...text.normalize('NFKC').toLowerCase().matchAll(word)].flatMap(([each]) =>
    unspaced.test(each) ? pairsOf(each) : plain(each.replaceAll(/['’]/g, '')),
  );
}

function pairsOf(run: string): string[] {
  const parts = [...run.matchAll(/\P{M}\p{M}*/gu)].map(String);
  if (parts.length < 2) return parts;
  return parts.slice(1).map((part, index) => `${parts[index]}${part}`);
}

/** A word without accents, vowel signs and the stroke that lengthens Arabic letters. */
function plain(term: string): string {
  if (!accented.test(term)) return term;
  return term
    .normalize('NFD')
    .replaceAll(/\p{M}|\u0640/gu, '')
    .normalize('NFC');
}

/** How MiniSearch indexes the places, and how it finds them: all words of the search, or words that begin so. */
export const searchOptions: Options<SearchedPlace> = {
  fields: ['title', 'text'],
  storeFields: ['title', 'page', 'href', 'text'],
  tokenize: termsOf,
  processTerm: (term) => term,
  searchOptions: {
    boost: { title: 4 },
    combineWith: 'AND',
    prefix: true,
    fuzzy: (term) => (term.length > 4 && !unspaced.test(term) ? 0.15 : false),
  },
};

/** The name by which the file of the index calls what reads it. */
export const indexReceiver = 'colophonIndex';
