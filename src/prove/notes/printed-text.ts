import { isShaped, printedLetters } from './letters.ts';
import { lossOf, type Loss } from './loss.ts';
import type { Passage } from './passages.ts';

type Written = Extract<Passage, { readonly text: string }>;

/**
 * What print lost of a note's text, first of all; undefined where it has all of it. Between the
 * passages there may be anything: the numbers of lists, table heads repeated on the next page.
 *
 * @param passages the text as written
 * @param text the text of the note's part of the pages, in the order of painting
 * @param missing characters no font has
 */
export function comparePrint(
  passages: ReadonlyArray<Passage>,
  text: string,
  missing: ReadonlySet<string>,
): Loss | undefined {
  const lettersOf = (each: string): string => printedLetters(each, missing);
  const found = lettersOf(text);
  const written = passages.flatMap((passage): Array<{ passage: Written; wanted: string }> =>
    passage.kind === 'opaque' ? [] : [{ passage, wanted: lettersOf(passage.text) }],
  );
  if (standsInOrder(written, found)) return undefined;

  // What is raised or placed by a stylesheet is painted after the rest: so the longest passage takes
  // its place first, wherever that is.
  const free = [found];
  const homeless = new Set(
    written.toSorted((a, b) => b.wanted.length - a.wanted.length).filter(({ wanted }) => !take(wanted, free)),
  );
  const rest = countLetters(free.join(''));
  const shaped = rest.has(unknown) || isShaped(text) || written.some(({ passage }) => isShaped(passage.text));
  for (const each of written) {
    if (!homeless.has(each)) continue;
    // Cells side by side are painted line by line where the page ends amid a row.
    const scattered = each.passage.kind === 'cell' || shaped;
    if (scattered && takeLetters(each.wanted, rest)) continue;
    return lossOf(each.passage, longestStart(each.wanted, free), lettersOf);
  }
  return undefined;
}

/** A shape that may be any letter or a ligature of several. */
const unknown = '\0';
const longestLigature = 4;

function standsInOrder(written: ReadonlyArray<{ readonly wanted: string }>, found: string): boolean {
  let from = 0;
  return written.every(({ wanted }) => {
    const at = found.indexOf(wanted, from);
    from = at + wanted.length;
    return at >= 0;
  });
}

/** Takes a text out of the free stretches; whether one has it. */
function take(wanted: string, free: string[]): boolean {
  if (wanted === '') return true;
  for (const [index, stretch] of free.entries()) {
    const at = stretch.indexOf(wanted);
    if (at === -1) continue;
    free.splice(index, 1, stretch.slice(0, at), stretch.slice(at + wanted.length));
    return true;
  }
  return false;
}

/** How many letters from the beginning of a text stand together somewhere. */
function longestStart(wanted: string, free: ReadonlyArray<string>): number {
  let low = 0;
  let high = wanted.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const start = wanted.slice(0, middle);
    if (free.some((stretch) => stretch.includes(start))) low = middle;
    else high = middle - 1;
  }
  return low;
}

function countLetters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

/** Takes the letters of a text out of the counts; whether there were enough, unknown ones included. */
function takeLetters(wanted: string, counts: Map<string, number>): boolean {
  const needed = [...countLetters(wanted)].map(([letter, count]) => {
    const there = Math.min(count, counts.get(letter) ?? 0);
    return { letter, there, short: count - there };
  });
  const short = needed.reduce((sum, each) => sum + each.short, 0);
  const shapes = Math.ceil(short / longestLigature);
  const left = (counts.get(unknown) ?? 0) - shapes;
  if (left < 0) return false;
  for (const { letter, there } of needed) counts.set(letter, (counts.get(letter) ?? 0) - there);
  counts.set(unknown, left);
  return true;
}
