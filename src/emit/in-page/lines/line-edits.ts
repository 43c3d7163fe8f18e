import type { Edit } from './edits.ts';
import { lettersOf, spacingOf, startOf, stopOf, type BrokenText } from './line-spacing.ts';

/** What makes Chrome break the lines of a paragraph where they were chosen to end. */
export interface LineEdits {
  /** What is added to all its spaces, in pixels. */
  readonly spacing: number;
  /** In the order of the text. */
  readonly edits: ReadonlyArray<Edit>;
}

/**
 * The narrowest of the spaces for the whole paragraph, a soft hyphen where a line ends in one, and
 * where Chrome would still fit in what belongs to the next line, that is kept together with what
 * follows it. Letters of loose lines are set apart, and the last line has spaces of its own.
 */
export function lineEdits(text: BrokenText): LineEdits {
  const { pieces, breaks } = text;
  const { all: spacing, last } = spacingOf(text);
  const ends = lineEnds(text);
  const edits: Edit[] = [];
  let kept: Edit | undefined;
  let begin = 0;
  for (const [index, end] of breaks.entries()) {
    const isLast = end === breaks.at(-1);
    const letters = isLast ? 0 : lettersOf(text, begin, end);
    const style = isLast ? last > spacing && { spacing: last } : letters !== 0 && { letters };
    edits.push(...styledLine(kept, startOf(text, begin), stopOf(text, end), style));
    if (isLast) break;
    const closing = pieces[end];
    if (closing?.end === 'hyphen' || closing?.end === 'told')
      edits.push({ at: stopOf(text, end), ...(closing.end === 'told' && { isBare: true }) });
    const ahead = { end, nextEnd: breaks[index + 1] ?? end };
    kept = keptTogether(text, ahead, roomAfter(text, begin, end, { spacing, letters }), spacing, ends);
    begin = end + 1;
  }
  return { spacing, edits };
}

/** What begins a line is kept together, and the line has a style of its own. */
function styledLine(
  kept: Edit | undefined,
  start: number,
  stop: number,
  style: Pick<Edit, 'spacing' | 'letters'> | false,
): Edit[] {
  if (style === false) return kept === undefined ? [] : [kept];
  const from = kept?.until ?? start;
  return [
    ...(kept === undefined ? [] : [{ ...kept, ...style }]),
    ...(from < stop ? [{ at: from, until: stop, ...style }] : []),
  ];
}

/** What is kept together might be narrower by so many pixels than its words are one by one. */
const wary = 1.5;

/** Whether Chrome may end a line after a piece. */
type MayEnd = (index: number) => boolean;

function lineEnds({ pieces, breaks }: BrokenText): MayEnd {
  const isBreak = new Set(breaks);
  return (index) => {
    const piece = pieces[index];
    if (piece?.end === 'hyphen' || piece?.end === 'told') return isBreak.has(index);
    return piece !== undefined;
  };
}

/** What a line with the narrowest spaces leaves free. */
function roomAfter(
  { pieces, indent, setWidth }: BrokenText,
  begin: number,
  end: number,
  { spacing, letters }: Readonly<Record<'spacing' | 'letters', number>>,
): number {
  let room = setWidth - (begin === 0 ? indent : 0);
  for (let at = begin; at <= end; at++) {
    const piece = pieces[at];
    if (piece === undefined) continue;
    room -= piece.width + (piece.end === 'space' ? piece.space + spacing : 0);
    // Letters that are set apart are reckoned as if they were not: text may be narrower than it was measured.
    room -= Math.min(0, letters) * piece.characters;
  }
  return room;
}

/**
 * What must be kept together behind the end of a line: what Chrome might still fit in, up to the
 * first place where it may break the line: never beyond the next line, or it would be wider than that.
 */
function keptTogether(
  whole: BrokenText,
  { end, nextEnd }: { readonly end: number; readonly nextEnd: number },
  room: number,
  spacing: number,
  mayEnd: MayEnd,
): Edit | undefined {
  const { pieces } = whole;
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
    } while (last < nextEnd && !mayEnd(last));
    const piece = pieces[last];
    odd ||= /[^\p{L}\p{M}’'.,;:!?”“‘]/u.test(text);
    fits = taken + (piece?.end === 'hyphen' ? piece.hyphen : 0) <= room + wary;
    taken += piece === undefined || piece.end !== 'space' ? 0 : piece.space + spacing;
    count++;
  } while (fits && last < nextEnd);
  if ((count === 1 && !odd) || end + 1 >= pieces.length) return undefined;
  return { at: startOf(whole, end + 1), until: stopOf(whole, last), together: true };
}
