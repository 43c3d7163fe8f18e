import type { Edit } from './edits.ts';
import { slack, spacingOf, type BrokenText } from './line-spacing.ts';

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
 * follows it.
 */
export function lineEdits(text: BrokenText): LineEdits {
  const { all, last } = spacingOf(text);
  const edits = breakEdits(text, all);
  return { spacing: all, edits: last > all ? withLastLine(edits, text, last) : edits };
}

function breakEdits(text: BrokenText, spacing: number): Edit[] {
  const { pieces, breaks } = text;
  const ends = lineEnds(text);
  const edits: Edit[] = [];
  let begin = 0;
  for (const end of breaks.slice(0, -1)) {
    const closing = pieces[end];
    if (closing?.end === 'hyphen') edits.push({ at: closing.stop });
    const kept = keptTogether(text, end, roomAfter(text, begin, end, spacing), spacing, ends);
    if (kept !== undefined) edits.push(kept);
    begin = end + 1;
  }
  return edits;
}

/** Whether Chrome may end a line after a piece. */
type MayEnd = (index: number) => boolean;

function lineEnds({ pieces, breaks }: BrokenText): MayEnd {
  const isBreak = new Set(breaks);
  return (index) => {
    const piece = pieces[index];
    return piece !== undefined && (piece.end !== 'hyphen' || isBreak.has(index));
  };
}

/** What a line with the narrowest spaces leaves free. */
function roomAfter(
  { pieces, indent, setWidth }: BrokenText,
  begin: number,
  end: number,
  spacing: number,
): number {
  let room = setWidth - (begin === 0 ? indent : 0);
  for (let at = begin; at <= end; at++) {
    const piece = pieces[at];
    if (piece !== undefined) room -= piece.width + (piece.end === 'space' ? piece.space + spacing : 0);
  }
  return room;
}

/**
 * What must be kept together behind the end of a line: what Chrome might still fit in, up to the
 * first place where it may break the line.
 */
function keptTogether(
  { pieces }: BrokenText,
  end: number,
  room: number,
  spacing: number,
  mayEnd: MayEnd,
): Edit | undefined {
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
    } while (last < pieces.length - 1 && !mayEnd(last));
    const piece = pieces[last];
    odd ||= /[^\p{L}\p{M}’'.,;:!?”“‘]/u.test(text);
    fits = taken + (piece?.end === 'hyphen' ? piece.hyphen : 0) <= room + slack;
    taken += piece === undefined || piece.end !== 'space' ? 0 : piece.space + spacing;
    count++;
  } while (fits && last < pieces.length - 1);
  const at = pieces[end + 1]?.start;
  const until = pieces[last]?.stop;
  if ((count === 1 && !odd) || at === undefined || until === undefined) return undefined;
  return { at, until, together: true };
}

/** The edits of the lines before, and those that give the last line spaces of its own. */
function withLastLine(edits: ReadonlyArray<Edit>, { pieces, breaks }: BrokenText, spacing: number): Edit[] {
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
}
