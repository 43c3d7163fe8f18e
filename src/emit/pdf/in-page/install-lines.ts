import type { PageWindow, Paragraph, Piece, Place } from './page-tools.ts';

/**
 * Adds what sets the lines of justified paragraphs. Runs in the page.
 *
 * Chrome fills one line after the other and only widens spaces. Here the lines are chosen
 * first, all of a paragraph together; then the paragraph gets the narrowest of its spaces, a
 * soft hyphen where a line ends in one, and where Chrome would still fit in what belongs to
 * the next line, that is kept together with what follows it. All widening is left to Chrome.
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

  interface Edit {
    readonly at: Place;
    /** The end of what is kept together; a soft hyphen otherwise. */
    readonly until?: Place;
  }

  /** Carries out edits, given in the order of the text; the function returned takes them back. */
  const edit = ({ runs }: Paragraph, edits: ReadonlyArray<Edit>): (() => void) => {
    const originals: Array<[Text, string]> = [];
    const added: ChildNode[] = [];
    const cuts = new Map<number, Array<{ from: number; to: number; keep: boolean }>>();
    for (const { at, until } of edits) {
      const last = until?.run ?? at.run;
      for (let index = at.run; index <= last; index++) {
        const from = index === at.run ? at.offset : 0;
        const to = until === undefined ? from : index === until.run ? until.offset : Infinity;
        const list = cuts.get(index) ?? [];
        list.push({ from, to, keep: until !== undefined });
        cuts.set(index, list);
      }
    }
    for (const [index, list] of cuts) {
      const node = runs[index]?.node;
      if (node === undefined) continue;
      const { data } = node;
      originals.push([node, data]);
      const parts: ChildNode[] = [];
      let plain = '';
      let done = 0;
      for (const { from, to, keep } of list) {
        plain += data.slice(done, from);
        done = from;
        if (!keep) {
          plain += '\u00AD';
          continue;
        }
        const text = data.slice(from, to);
        done = from + text.length;
        if (text === '') continue;
        const span = document.createElement('span');
        span.className = 'kept-together';
        span.textContent = text;
        parts.push(document.createTextNode(plain), span);
        plain = '';
      }
      parts.push(document.createTextNode(plain + data.slice(done)));
      const [first, ...rest] = parts;
      node.data = first?.textContent ?? '';
      node.after(...rest);
      added.push(...rest);
    }
    return () => {
      for (const node of added) node.remove();
      for (const [node, data] of originals) node.data = data;
    };
  };

  /** How much wider its spaces must be for each line but the last to fill the measure; the last only where it is too long. */
  const spacingOf = ({ pieces, indent, breaks, setWidth }: SetParagraph): number => {
    let least = 0;
    let begin = 0;
    breaks.forEach((end, index) => {
      let width = index === 0 ? indent : 0;
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
      if (spaces > 0) least = Math.min(least, (setWidth - slack - width) / spaces);
      begin = end + 1;
    });
    return least;
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
      if ((count > 1 || odd) && from !== undefined && until !== undefined) edits.push({ at: from, until });
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
    const takeBack = edit(paragraph, editsOf(paragraph, spacing));
    element.classList.add('set-lines');
    element.style.wordSpacing = `${spacing.toFixed(3)}px`;
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
    let lines = 0;
    for (const rect of rects.slice(0, -1)) {
      lines += Math.round(rect.height / lineHeight);
      const end = breaks[lines - 1];
      if (end !== undefined && pieces[end]?.end === 'hyphen') return end;
    }
    return undefined;
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

  /** Soft hyphens that end a line, and those that Chrome had no need of. */
  tools.findHyphens = (): (() => void) => {
    const range = document.createRange();
    const topOf = (node: Text, at: number): number => {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      // What begins a line also has a rectangle without width at the end of the line before.
      return [...range.getClientRects()].at(-1)?.top ?? 0;
    };
    const found: Array<{ node: Text; at: number; ends: boolean }> = [];
    for (const { element, lineHeight } of paragraphs) {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (!(node instanceof Text)) continue;
        for (const { index } of node.data.matchAll(/\u00AD/g)) {
          const next = node.nextSibling?.firstChild;
          const after =
            index + 1 < node.data.length || !(next instanceof Text) ? topOf(node, index + 1) : topOf(next, 0);
          found.push({ node, at: index, ends: after - topOf(node, index - 1) > lineHeight / 2 });
        }
      }
    }
    // From the last to the first: those before a change stay where they are.
    return () => {
      for (const { node, at, ends } of found.toReversed()) node.replaceData(at, 1, ends ? '\u2010' : '');
    };
  };

  tools.linesSettled = (): boolean => settled;
}
