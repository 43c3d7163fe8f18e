/** What a locator of the index covers, as indexes of pages. */
export interface Span {
  readonly first: number;
  readonly last: number;
  /** The number of the note it stands in; empty elsewhere. */
  readonly note: string;
  /** Whether it is the principal one of its entry. */
  readonly main: boolean;
}

/**
 * The spans to be listed behind a term, in the order given: each once, without pages of passages
 * that are listed, three or more pages in succession as one.
 *
 * @param spans by their first pages, ascending
 * @param isRoman whether a page has a roman number: such pages and others are never one range
 */
export function listedSpans<Placed extends Span>(
  spans: ReadonlyArray<Placed>,
  isRoman: (page: number) => boolean,
): Placed[] {
  return joined(outsidePassages(distinct(spans)), isRoman);
}

/** One for each place on each page; principal ones are known by being so anywhere on it. */
function distinct<Placed extends Span>(spans: ReadonlyArray<Placed>): Placed[] {
  const known = new Map<string, Placed>();
  for (const span of spans) {
    const key = `${span.first} ${span.last} ${span.note}`;
    const same = known.get(key);
    if (same === undefined) known.set(key, span);
    else if (span.main) known.set(key, { ...same, main: true });
  }
  return [...known.values()];
}

/** Pages inside a passage that is listed need no mention of their own. */
function outsidePassages<Placed extends Span>(spans: ReadonlyArray<Placed>): Placed[] {
  const passages = spans.filter(({ first, last }) => last > first);
  return spans.filter(
    (span) =>
      span.last > span.first ||
      span.note !== '' ||
      span.main ||
      !passages.some(({ first, last }) => first <= span.first && span.first <= last),
  );
}

/** Three or more pages in succession are written as a range. */
function joined<Placed extends Span>(
  spans: ReadonlyArray<Placed>,
  isRoman: (page: number) => boolean,
): Placed[] {
  const runs: Placed[][] = [];
  for (const span of spans) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const follows =
      before !== undefined &&
      [before, span].every(({ first, last, note, main }) => first === last && note === '' && !main) &&
      span.first === before.first + 1 &&
      isRoman(span.first) === isRoman(before.first);
    if (follows) run?.push(span);
    else runs.push([span]);
  }
  return runs.flatMap((run) => {
    const [first] = run;
    return first !== undefined && run.length > 2 ? [{ ...first, last: run.at(-1)?.last ?? first.last }] : run;
  });
}
