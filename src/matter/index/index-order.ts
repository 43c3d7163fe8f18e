import { keyOf, type IndexEntry } from './index-entries.ts';

/** The entries that begin with one letter. */
export interface LetterGroup {
  /** A capital; empty for entries that begin with none, such as years. */
  readonly letter: string;
  readonly entries: ReadonlyArray<IndexEntry>;
}

/** Letters of two characters that a language sorts as one. */
const digraphs: Readonly<Record<string, ReadonlyArray<string>>> = {
  cs: ['ch'],
  sk: ['ch'],
  hr: ['dž', 'lj', 'nj'],
  hu: ['dzs', 'cs', 'dz', 'gy', 'ly', 'ny', 'sz', 'ty', 'zs'],
};

/** The order for a language ICU does not know, which would otherwise get that of the machine. */
const fallback = 'en';

/** Scripts of so many characters that each would make a group of its own. */
const manifold = /\p{Script=Han}/u;

/**
 * Entries in the order of a language, word by word; numbers by their value, and what differs in
 * nothing a reader sorts by in the order of its characters.
 *
 * @param entries the entries, and in the same way those below each
 * @param language BCP 47
 */
export function inOrder(entries: Iterable<IndexEntry>, language: string): IndexEntry[] {
  const collator = new Intl.Collator([language, fallback], { numeric: true });
  const sortKeys = new Map([...entries].map((entry) => [entry, sortKey(entry)]));
  return [...sortKeys.keys()].toSorted((a, b) => {
    const [first = '', second = ''] = [sortKeys.get(a), sortKeys.get(b)];
    return collator.compare(first, second) || (keyOf(a.term) < keyOf(b.term) ? -1 : 1);
  });
}

/**
 * The entries by the letters they begin with, as the language counts letters: Ä stands with A in
 * German and after Å in Swedish.
 *
 * @param entries in their order
 * @param language BCP 47
 */
export function byLetter(entries: ReadonlyArray<IndexEntry>, language: string): LetterGroup[] {
  const same = new Intl.Collator([language, fallback], { sensitivity: 'base' });
  const groups: Array<{ letter: string; entries: IndexEntry[] }> = [];
  for (const entry of entries) {
    const letter = letterOf(sortKey(entry), language, same);
    const last = groups.at(-1);
    const belongs = last !== undefined && (last.letter === letter || same.compare(last.letter, letter) === 0);
    if (belongs) last.entries.push(entry);
    else groups.push({ letter, entries: [entry] });
  }
  return groups;
}

/** Quotation marks and other signs before the first word do not count. */
function sortKey({ sort, term }: IndexEntry): string {
  return (sort ?? keyOf(term)).normalize('NFC').replace(/^[^\p{L}\p{N}]+(?=.)/u, '');
}

function letterOf(key: string, language: string, same: Intl.Collator): string {
  const start = key.toLowerCase();
  const double = digraphs[language.split('-')[0] ?? '']?.find((each) => start.startsWith(each));
  const letter = double ?? /^\p{L}/u.exec(key)?.[0] ?? '';
  if (letter === '' || manifold.test(letter)) return '';
  const bare = letter.normalize('NFD').replaceAll(/\p{M}/gu, '');
  const capital = (same.compare(bare, letter) === 0 ? bare : letter).toLocaleUpperCase(language);
  return double === undefined ? capital : `${capital.slice(0, 1)}${double.slice(1)}`;
}
