import { letterOrder, wordOrder } from '../../language/collation.ts';
import { keyOf, type IndexEntry } from './index-entries.ts';

/** The entries that begin with one letter. */
export interface LetterGroup {
  /** A capital; empty for entries that begin with none, such as years. */
  readonly letter: string;
  readonly entries: ReadonlyArray<IndexEntry>;
}

/**
 * Entries in the order of a language, word by word; numbers by their value, and what differs in
 * nothing a reader sorts by in the order of its characters.
 *
 * @param entries the entries, and in the same way those below each
 * @param language BCP 47
 */
export function inOrder(entries: Iterable<IndexEntry>, language: string): IndexEntry[] {
  const compare = wordOrder(language);
  const sortKeys = new Map([...entries].map((entry) => [entry, sortKey(entry)]));
  return [...sortKeys.keys()].toSorted((a, b) => {
    const [first = '', second = ''] = [sortKeys.get(a), sortKeys.get(b)];
    return compare(first, second) || (keyOf(a.term) < keyOf(b.term) ? -1 : 1);
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
  const { letterOf, isSame } = letterOrder(language);
  const groups: Array<{ letter: string; entries: IndexEntry[] }> = [];
  for (const entry of entries) {
    const letter = letterOf(sortKey(entry));
    const last = groups.at(-1);
    const belongs = last !== undefined && (last.letter === letter || isSame(last.letter, letter));
    if (belongs) last.entries.push(entry);
    else groups.push({ letter, entries: [entry] });
  }
  return groups;
}

/** Quotation marks and other signs before the first word do not count. */
function sortKey({ sort, term }: IndexEntry): string {
  return (sort ?? keyOf(term)).normalize('NFC').replace(/^[^\p{L}\p{N}]+(?=.)/u, '');
}
