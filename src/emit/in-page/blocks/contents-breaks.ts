/** A line of the contents. Lengths in CSS pixels. */
export interface ContentsLine {
  /** Index of the page it stands on. */
  readonly page: number;
  /** With what is left free below it. */
  readonly height: number;
  /** What begins with it. */
  readonly begins: 'part' | 'chapter' | 'section';
}

/** What a page of the contents costs that is left so much of itself free: as much as all else that is counted here. */
const wholePage = 10;
/** A page that begins within a part, or within a chapter. */
const within = { part: 0, chapter: 2, section: 5 } as const;
/** A title at the foot of a page, with fewer lines below it than these. */
const stranded = 4;
const fewestBelow = 2;
/** Of each line that the last page has less than it should. */
const shortEnd = 3;
const fewestLast = 6;
/** So much of each page stays filled. */
const leastFilled = 0.5;

/**
 * Where pages of contents that stand on several should begin: with a part rather than behind its first lines, and so
 * that no few lines have the last page to themselves.
 *
 * @returns the indices of the lines that begin pages and would not by themselves
 */
export function contentsBreaks(lines: ReadonlyArray<ContentsLine>): number[] {
  const turns = lines.flatMap(({ page }, index) =>
    page === (lines[index - 1]?.page ?? page) ? [] : [index],
  );
  const rooms = [0, ...turns].map((turn, order, all) => sumOf(lines.slice(turn, all[order + 1])));
  const largest = Math.max(...rooms);
  const breaks: number[] = [];
  let start = 0;
  for (let page = 0; page < turns.length; page++) {
    const end = endOfPage(lines, start, page === 0 ? (rooms[0] ?? 0) : largest);
    if (end === lines.length) return [];
    const at = bestBreak(lines, start, end, page === turns.length - 1);
    if (at !== turns[page]) breaks.push(at);
    start = at;
  }
  return sumOf(lines.slice(start)) > largest ? [] : breaks;
}

/** The line behind those that have room on a page. */
function endOfPage(lines: ReadonlyArray<ContentsLine>, start: number, room: number): number {
  let end = start;
  let height = 0;
  while (end < lines.length) {
    height += lines[end]?.height ?? 0;
    if (height > room + 0.5) break;
    end++;
  }
  return end;
}

function bestBreak(lines: ReadonlyArray<ContentsLine>, start: number, end: number, isLast: boolean): number {
  const room = sumOf(lines.slice(start, end));
  let best = { at: end, cost: Infinity };
  for (let at = end; at > start; at--) {
    const filled = sumOf(lines.slice(start, at)) / room;
    if (filled < leastFilled) break;
    const rest = isLast ? Math.max(0, fewestLast - (lines.length - at)) : 0;
    const cost =
      wholePage * (1 - filled) + within[beginOf(lines[at])] + footCost(lines, at) + shortEnd * rest;
    if (cost < best.cost) best = { at, cost };
  }
  return best.at;
}

function beginOf(line: ContentsLine | undefined): ContentsLine['begins'] {
  return line?.begins ?? 'part';
}

/** What it costs that a page ends so soon behind a title that has lines below it. */
function footCost(lines: ReadonlyArray<ContentsLine>, at: number): number {
  const order = ['part', 'chapter', 'section'];
  const rank = (index: number): number => order.indexOf(beginOf(lines[index]));
  for (let back = 1; back <= fewestBelow; back++) if (rank(at - back) < rank(at)) return stranded;
  return 0;
}

function sumOf(lines: ReadonlyArray<ContentsLine>): number {
  return lines.reduce((sum, { height }) => sum + height, 0);
}
