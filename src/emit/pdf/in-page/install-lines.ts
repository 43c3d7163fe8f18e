import type { Edit, PageWindow, Paragraph, Piece } from './page-tools.ts';

/**
 * Adds what sets the lines of justified paragraphs. Runs in the page.
 *
 * Chrome fills one line after the other and only widens spaces. Here the lines are chosen
 * first, all of a paragraph together; then the paragraph gets the narrowest of its spaces, a
 * soft hyphen where a line ends in one, and where Chrome would still fit in what belongs to
 * the next line, that is kept together with what follows it. All widening is left to Chrome,
 * but for the last line: that keeps the spaces of its face, unless it is as full as the others.
 */
export function installLines(): void {
  const tools = (window as unknown as PageWindow).colophonTools;

  interface SetParagraph extends Paragraph {
    readonly pieces: ReadonlyArray<Piece>;
    /** Pieces not to end a line with. */
    readonly forbidden: Set<number>;
    setWidth: number;
    breaks: ReadonlyArray<number>;
    undo: () => void;
  }

  /** Differences between measured and laid out widths that are to be reckoned with, in pixels. */
  const slack = 0.3;
  const mostTries = 4;
  let paragraphs: SetParagraph[] = [];
  let tries = 0;
  let settled = true;

  /** How much wider the spaces of a line must be to fill the measure; undefined where it has none. */
  const fillingOf = (
    { pieces, indent, setWidth }: SetParagraph,
    begin: number,
    end: number,
  ): number | undefined => {
    let width = begin === 0 ? indent : 0;
    let spaces = 0;
    for (let at = begin; at <= end; at++) {
      const piece = pieces[at];
      if (piece === undefined) continue;
      width += piece.width;
      if (at === end) width += piece.end === 'hyphen' ? piece.hyphen : 0;
      else if (piece.end === 'space') {
        width += piece.space;
        spaces++;
      }
    }
    return spaces > 0 ? (setWidth - slack - width) / spaces : undefined;
  };

  /** What is to be added to the spaces of the paragraph, never more than nothing, and of its last line. */
  const spacingOf = (paragraph: SetParagraph): { all: number; last: number } => {
    let all = 0;
    let last = 0;
    let begin = 0;
    for (const end of paragraph.breaks) {
      last = Math.min(0, fillingOf(paragraph, begin, end) ?? 0);
      all = Math.min(all, last);
      begin = end + 1;
    }
    return { all, last };
  };

  /** The edits of the lines before, and those that give the last line spaces of its own. */
  const withLastLine = (
    edits: ReadonlyArray<Edit>,
    { pieces, breaks }: SetParagraph,
    spacing: number,
  ): Edit[] => {
    const start = pieces[(breaks.at(-2) ?? -1) + 1]?.start;
    const stop = pieces.at(-1)?.stop;
    if (start === undefined || stop === undefined) return [...edits];
    const first = edits.at(-1);
    const kept = first?.at === start ? first.until : undefined;
    if (first === undefined || kept === undefined) return [...edits, { at: start, until: stop, spacing }];
    return [
      ...edits.slice(0, -1),
      { ...first, spacing },
      ...(kept < stop ? [{ at: kept, until: stop, spacing }] : []),
    ];
  };

  const editsOf = ({ pieces, indent, breaks, setWidth }: SetParagraph, spacing: number): Edit[] => {
    const edits: Edit[] = [];
    const isBreak = new Set(breaks);
    const ends = (at: number): boolean => {
      const piece = pieces[at];
      return piece !== undefined && (piece.end !== 'hyphen' || isBreak.has(at));
    };
    let begin = 0;
    breaks.slice(0, -1).forEach((end, index) => {
      const closing = pieces[end];
      if (closing === undefined) return;
      if (closing.end === 'hyphen') edits.push({ at: closing.stop });
      let room = setWidth - (index === 0 ? indent : 0);
      for (let at = begin; at <= end; at++) {
        const piece = pieces[at];
        if (piece !== undefined) room -= piece.width + (piece.end === 'space' ? piece.space + spacing : 0);
      }
      begin = end + 1;
      // What Chrome might still fit in: up to the first place where it may break the line.
      let last = end;
      let taken = 0;
      let fits: boolean;
      let odd = false;
      let count = 0;
      do {
        let text = '';
        do {
          last++;
          const piece = pieces[last];
          text += piece?.text ?? '';
          taken += piece?.width ?? 0;
        } while (last < pieces.length - 1 && !ends(last));
        const piece = pieces[last];
        odd ||= /[^\p{L}\p{M}’'.,;:!?”“‘]/u.test(text);
        fits = taken + (piece?.end === 'hyphen' ? piece.hyphen : 0) <= room + slack;
        taken += piece === undefined || piece.end !== 'space' ? 0 : piece.space + spacing;
        count++;
      } while (fits && last < pieces.length - 1);
      const from = pieces[end + 1]?.start;
      const until = pieces[last]?.stop;
      if ((count > 1 || odd) && from !== undefined && until !== undefined)
        edits.push({ at: from, until, together: true });
    });
    return edits;
  };

  const set = (paragraph: SetParagraph): void => {
    paragraph.undo();
    paragraph.undo = () => undefined;
    const { element, setWidth, forbidden, size } = paragraph;
    const input = { pieces: paragraph.pieces, indent: paragraph.indent, runt: 1.6 * size };
    paragraph.breaks = tools.optimumBreaks(input, setWidth, forbidden) ?? [];
    if (paragraph.breaks.length < 2) return;
    const spacing = spacingOf(paragraph);
    const edits = editsOf(paragraph, spacing.all);
    const takeBack = tools.edit(
      paragraph,
      spacing.last > spacing.all ? withLastLine(edits, paragraph, spacing.last) : edits,
    );
    element.classList.add('set-lines');
    element.style.wordSpacing = `${spacing.all.toFixed(3)}px`;
    paragraph.undo = () => {
      takeBack();
      element.classList.remove('set-lines');
      element.style.wordSpacing = '';
    };
  };

  tools.shrink = 0.36;

  /** Sets all lines as wide as they are expected to become. */
  tools.setLines = (hyphenation): void => {
    tools.hyphenation = hyphenation;
    paragraphs = tools.paragraphs.map((paragraph) => ({
      ...paragraph,
      pieces: tools.piecesOf(paragraph),
      forbidden: new Set<number>(),
      setWidth: paragraph.width,
      breaks: [],
      undo: () => undefined,
    }));
    for (const paragraph of paragraphs) set(paragraph);
  };

  /** Piece with which the last line of a page ends in a hyphen. */
  const hyphenAtPageEnd = (
    { breaks, pieces, lineHeight }: SetParagraph,
    rects: ReadonlyArray<DOMRect>,
  ): number | undefined => {
    const linesIn = (rect: DOMRect | undefined): number => Math.round((rect?.height ?? 0) / lineHeight);
    let lines = 0;
    const turns = rects.slice(0, -1).map((rect) => (lines += linesIn(rect)));
    // Before the last page lines may be left empty, to keep a widow company: so this is counted from the end.
    turns[turns.length - 1] = breaks.length - linesIn(rects.at(-1));
    return turns
      .map((turn) => breaks[turn - 1])
      .find((end) => end !== undefined && pieces[end]?.end === 'hyphen');
  };

  tools.findMisfits = (): (() => void) => {
    const misfits: SetParagraph[] = [];
    if (tries < mostTries) {
      for (const paragraph of paragraphs) {
        const rects = [...paragraph.element.getClientRects()];
        const width = rects[0]?.width ?? paragraph.setWidth;
        if (Math.abs(width - paragraph.setWidth) > 0.05) {
          paragraph.setWidth = width;
          misfits.push(paragraph);
        } else if (rects.length > 1) {
          const end = hyphenAtPageEnd(paragraph, rects);
          if (end === undefined) continue;
          paragraph.forbidden.add(end);
          misfits.push(paragraph);
        }
      }
    }
    if (misfits.length > 0) tries++;
    settled = misfits.length === 0;
    return () => misfits.forEach(set);
  };

  tools.linesSettled = (): boolean => settled;
}
