import type { PageWindow, Piece, Run } from './page-tools.ts';

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
    if (/[-\u2010–—]/.test(word)) {
      for (const { index } of word.matchAll(/(?<=[\p{L}\p{N}])[-\u2010](?=[\p{L}\p{N}])/gu))
        found.push([index + 1, 'typed-hyphen']);
      for (const { index } of word.matchAll(/(?<=.)[—–](?=\p{L})/gu)) found.push([index + 1, 'dash']);
    }
    for (const { run, text, start: begin } of parts) {
      const base = begin - start;
      if (run.language === undefined) continue;
      const divided = tools.hyphenation[run.language];
      for (const { 0: letters, index } of text.matchAll(/[\p{L}\p{M}]{5,}/gu)) {
        const at = base + index;
        // A word that goes on in another face is left whole, and so is one beside a hyphen.
        if (/[\p{L}\p{M}\u2010-]/u.test((word[at - 1] ?? '') + (word[at + letters.length] ?? ''))) continue;
        const own = run.points.map((point) => point + run.start - start - at);
        const points = divided?.[letters] ?? own.filter((point) => point > 1 && point < letters.length - 2);
        for (const point of points) found.push([at + point, 'hyphen']);
      }
    }
    const ordered = found.toSorted(([a], [b]) => a - b);
    return ordered.filter(([at], index) => at !== ordered[index - 1]?.[0]);
  };

  /** Where a word may end a line, how, and how wide it is up to there. */
  interface Cut {
    readonly to: number;
    readonly end: Piece['end'];
    readonly width: number;
  }

  const cutsOf = (parts: ReturnType<typeof partsOf>, word: string, start: number): Cut[] => {
    const ends = [...opportunities(parts, word, start), [word.length, 'space'] as const];
    return ends.map(([to, end]) => {
      let width = 0;
      for (const part of parts) {
        const before = part.start - start;
        if (before < to) width += tools.textWidth(part.text.slice(0, to - before), part.run.face);
      }
      return { to, end, width };
    });
  };

  /** The cuts of words in one face and language, by those and by word. */
  const known = new Map<string, Map<string, Cut[]>>();

  const knownCuts = (run: Run): Map<string, Cut[]> => {
    const key = `${run.face.key} ${run.language}`;
    const cuts = known.get(key) ?? new Map<string, Cut[]>();
    known.set(key, cuts);
    return cuts;
  };

  tools.piecesOf = ({ runs, face }): Piece[] => {
    const whole = wholeOf(runs);
    const looks = whole.runs.map((run) => ({
      cuts: run.points.length > 0 ? undefined : knownCuts(run),
      space: tools.textWidth(' ', run.face),
      hyphen: tools.textWidth('\u2010', run.face),
    }));
    const usual = tools.textWidth(' ', face);
    const pieces: Piece[] = [];
    let run = 0;
    const words = [...whole.text.matchAll(/[^ \t\n\r]+/g)];
    words.forEach(({ 0: word, index: start }, order) => {
      run = runIndexAt(whole, start, run);
      const last = runIndexAt(whole, start + word.length - 1, run);
      const parts = last === run ? undefined : partsOf(whole, start, start + word.length, run);
      const reused = parts === undefined ? looks[run]?.cuts : undefined;
      const cuts =
        reused?.get(word) ?? cutsOf(parts ?? partsOf(whole, start, start + word.length, run), word, start);
      reused?.set(word, cuts);
      const space = looks[runIndexAt(whole, start + word.length, last)]?.space ?? usual;
      const hyphen = looks[last]?.hyphen ?? 0;
      let from = 0;
      let before = 0;
      for (const { to, end, width } of cuts) {
        pieces.push({
          text: word.slice(from, to),
          width: width - before,
          space: end === 'space' && order < words.length - 1 ? space : 0,
          hyphen,
          end,
          start: start + from,
          stop: start + to,
        });
        before = width;
        from = to;
      }
    });
    return pieces;
  };
}
