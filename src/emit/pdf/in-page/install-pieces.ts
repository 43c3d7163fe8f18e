import type { PageWindow, Piece, Place, Run } from './page-tools.ts';

/** Adds what cuts a paragraph into what stays together in a line. Runs in the page. */
export function installPieces(): void {
  const tools = (window as unknown as PageWindow).colophonTools;

  /** The text of a paragraph as one string, and where each run of it begins. */
  interface Whole {
    readonly text: string;
    readonly runs: ReadonlyArray<Run & { readonly start: number }>;
  }

  const wholeOf = (runs: ReadonlyArray<Run>): Whole => {
    let text = '';
    const placed = runs.map((run) => {
      const start = text.length;
      text += run.node.data;
      return { ...run, start };
    });
    return { text, runs: placed };
  };

  const runIndexAt = ({ runs }: Whole, at: number, from: number): number => {
    let index = from;
    while (index + 1 < runs.length && (runs[index + 1]?.start ?? 0) <= at) index++;
    return index;
  };

  /** The runs of a stretch of text, each with its part of it. */
  const partsOf = (whole: Whole, start: number, end: number, from: number) => {
    const parts: Array<{ run: Run & { start: number }; text: string; start: number }> = [];
    for (let index = from; index < whole.runs.length; index++) {
      const run = whole.runs[index];
      if (run === undefined || run.start >= end) break;
      const begin = Math.max(start, run.start);
      const text = run.node.data.slice(begin - run.start, end - run.start);
      if (text !== '') parts.push({ run, text, start: begin });
    }
    return parts;
  };

  /** Where a word may be divided, and how it then ends. */
  const opportunities = (
    parts: ReturnType<typeof partsOf>,
    word: string,
    start: number,
  ): Array<[number, Piece['end']]> => {
    const found: Array<[number, Piece['end']]> = [];
    for (const { index } of word.matchAll(/(?<=[\p{L}\p{N}])[-\u2010](?=[\p{L}\p{N}])/gu))
      found.push([index + 1, 'typed-hyphen']);
    for (const { index } of word.matchAll(/(?<=.)[—–](?=\p{L})/gu)) found.push([index + 1, 'dash']);
    for (const { run, text, start: begin } of parts) {
      const base = begin - start;
      for (const point of run.points) {
        const at = point + run.start - start;
        if (at > base && at < base + text.length) found.push([at, 'hyphen']);
      }
      const points = run.language === undefined ? undefined : tools.hyphenation[run.language];
      if (points === undefined) continue;
      for (const { 0: letters, index } of text.matchAll(/[\p{L}\p{M}]{5,}/gu)) {
        const at = base + index;
        // A word that goes on in another face is left whole, and so is one beside a hyphen.
        if (/[\p{L}\p{M}\u2010-]/u.test((word[at - 1] ?? '') + (word[at + letters.length] ?? ''))) continue;
        for (const point of points[letters] ?? []) found.push([at + point, 'hyphen']);
      }
    }
    const ordered = found.toSorted(([a], [b]) => a - b);
    return ordered.filter(([at], index) => at !== ordered[index - 1]?.[0]);
  };

  tools.piecesOf = ({ runs, face }): Piece[] => {
    const whole = wholeOf(runs);
    const pieces: Piece[] = [];
    const place = (at: number, from: number): Place => {
      const index = runIndexAt(whole, at, from);
      const run = whole.runs[index];
      return { run: index, offset: at - (run?.start ?? 0) };
    };
    let first = 0;
    const normal = tools.textWidth(' ', face);
    const words = [...whole.text.matchAll(/[^ \t\n\r]+/g)];
    words.forEach((match, order) => {
      const start = match.index;
      const [word] = match;
      first = runIndexAt(whole, start, first);
      const parts = partsOf(whole, start, start + word.length, first);
      const widthTo = (at: number): number => {
        let width = 0;
        for (const part of parts) {
          if (part.start - start >= at) break;
          width += tools.textWidth(part.text.slice(0, at - (part.start - start)), part.run.face);
        }
        return width;
      };
      const spaceRun = whole.runs[runIndexAt(whole, start + word.length, first)];
      const space = order === words.length - 1 ? 0 : tools.textWidth(' ', spaceRun?.face ?? face) || normal;
      const hyphen = tools.textWidth('\u2010', parts.at(-1)?.run.face ?? face);
      let from = 0;
      let before = 0;
      const ends: Array<[number, Piece['end']]> = [
        ...opportunities(parts, word, start),
        [word.length, 'space'],
      ];
      for (const [to, end] of ends) {
        const width = widthTo(to);
        pieces.push({
          text: word.slice(from, to),
          width: width - before,
          space: end === 'space' ? space : 0,
          hyphen,
          end,
          start: place(start + from, first),
          // The place after the last character, in the run that character belongs to.
          stop: ((last) => ({ run: last.run, offset: last.offset + 1 }))(place(start + to - 1, first)),
        });
        before = width;
        from = to;
      }
    });
    return pieces;
  };
}
