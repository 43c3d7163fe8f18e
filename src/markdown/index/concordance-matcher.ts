import type { Concordance, ConcordanceEntry } from '../../book/concordance.ts';

/** Words of a text that belong to entries of the concordance. */
export interface Occurrence {
  readonly start: number;
  readonly end: number;
  readonly entries: ReadonlyArray<ConcordanceEntry>;
}

interface Pattern {
  readonly words: ReadonlyArray<string>;
  /** What stands between them. */
  readonly gaps: ReadonlyArray<string>;
  /** Whether capitals count: they do where the author wrote some. */
  readonly exact: boolean;
  readonly length: number;
  readonly entries: ConcordanceEntry[];
}

/** A run of letters, marks and digits. */
const word = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts that set no blanks between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/**
 * Finds the words of a concordance in running text, in time that does not grow with their number.
 *
 * @param concordance the entries and the words they are found by
 * @returns the occurrences in a text, in order; of those that overlap the longer one
 */
export function createMatcher(concordance: Concordance): (text: string) => Occurrence[] {
  const byFirst = new Map<string, Pattern[]>();
  const inside: Pattern[] = [];
  const known = new Map<string, Pattern>();
  for (const entry of concordance) {
    for (const phrase of entry.find) {
      const pattern = patternOf(phrase, entry);
      const same = known.get(phrase);
      if (same) {
        if (!same.entries.includes(entry)) same.entries.push(entry);
        continue;
      }
      known.set(phrase, pattern);
      const [first] = pattern.words;
      if (first === undefined) continue;
      if (unspaced.test(phrase)) inside.push(pattern);
      else byFirst.set(fold(first), [...(byFirst.get(fold(first)) ?? []), pattern]);
    }
  }
  for (const patterns of byFirst.values()) patterns.sort((a, b) => b.length - a.length);

  return (text) => {
    const found = [...spaced(text, byFirst), ...inside.flatMap((pattern) => unspacedIn(text, pattern))];
    if (inside.length > 0) found.sort((a, b) => a.start - b.start || b.end - a.end);
    let end = 0;
    return found.filter((occurrence) => {
      if (occurrence.start < end) return false;
      end = occurrence.end;
      return true;
    });
  };
}

function patternOf(phrase: string, entry: ConcordanceEntry): Pattern {
  const found = [...phrase.matchAll(word)];
  const gaps = found.slice(1).map((match, index) => {
    const previous = found[index];
    return gapOf(phrase.slice((previous?.index ?? 0) + (previous?.[0].length ?? 0), match.index));
  });
  const words = found.map(([text]) => text);
  return { words, gaps, exact: phrase !== fold(phrase), length: phrase.length, entries: [entry] };
}

function spaced(text: string, byFirst: ReadonlyMap<string, ReadonlyArray<Pattern>>): Occurrence[] {
  if (byFirst.size === 0) return [];
  const words = [...text.matchAll(word)];
  const found: Occurrence[] = [];
  for (let at = 0; at < words.length; at++) {
    const match = words[at];
    const pattern = match && byFirst.get(fold(match[0]))?.find((each) => matches(each, words, at, text));
    const last = pattern && words[at + pattern.words.length - 1];
    if (!match || !pattern || !last) continue;
    found.push({ start: match.index, end: last.index + last[0].length, entries: pattern.entries });
    at += pattern.words.length - 1;
  }
  return found;
}

function matches(
  { words, gaps, exact }: Pattern,
  found: ReadonlyArray<RegExpExecArray>,
  from: number,
  text: string,
): boolean {
  return words.every((wanted, index) => {
    const match = found[from + index];
    if (!match || (exact ? match[0] !== wanted : fold(match[0]) !== wanted)) return false;
    if (index === 0) return true;
    const previous = found[from + index - 1];
    if (!previous) return false;
    return gapOf(text.slice(previous.index + previous[0].length, match.index)) === gaps[index - 1];
  });
}

function unspacedIn(text: string, { words, entries }: Pattern): Occurrence[] {
  const phrase = words.join('');
  const found: Occurrence[] = [];
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + phrase.length)) {
    found.push({ start: at, end: at + phrase.length, entries });
  }
  return found;
}

function fold(text: string): string {
  return text.toLowerCase();
}

/** What separates two words, whichever blank, apostrophe or hyphen it is written with. */
function gapOf(text: string): string {
  return text
    .replaceAll(/[\u2060\u00ad]/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('’', "'")
    .replaceAll(/[‐‑]/g, '-');
}
