/**
 * The candidates most like a word: those that differ in letter case alone, or else by the
 * fewest insertions, deletions, replacements and transpositions, up to a third of the word.
 *
 * @param word what the author wrote
 * @param candidates what would have been accepted
 */
export function nearest(word: string, candidates: Iterable<string>): string[] {
  const wanted = word.toLowerCase();
  const tolerance = Math.max(1, Math.floor(wanted.length / 3));
  let smallest = tolerance;
  let best: string[] = [];
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance > smallest) continue;
    if (distance < smallest) best = [];
    smallest = distance;
    best.push(candidate);
  }
  return best;
}

/** The optimal string alignment distance of two words. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let best = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + cost);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        best = Math.min(best, at(beforeLast, column - 2) + 1);
      }
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

function at(row: ReadonlyArray<number>, column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}

/**
 * A question for the reader, or nothing where no candidate is near.
 *
 * @param word what the author wrote
 * @param candidates what would have been accepted
 */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const words = nearest(word, candidates)
    .slice(0, 3)
    .map((each) => `"${each}"`);
  if (words.length === 0) return undefined;
  return `Did you mean ${words.join(' or ')}?`;
}
