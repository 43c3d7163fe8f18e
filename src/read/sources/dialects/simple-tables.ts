import { instead, kindsOf, type Line } from './lines.ts';

const dashes = /^ {0,3}-{2,}(?: +-{2,})+ *$/;
const rule = /^ {0,3}-{5,} *$/;

/** A table as it is typed: its head, its rows, and the line after its last. */
interface Typed {
  readonly columns: ReadonlyArray<Column>;
  /** The lines of the head; none where it has no head. */
  readonly head: ReadonlyArray<Line>;
  /** Rows of one line or several. */
  readonly rows: ReadonlyArray<ReadonlyArray<Line>>;
  readonly end: number;
}

/** Where the dashes over a column are, and where the next column begins. */
interface Column {
  readonly from: number;
  readonly to: number;
  readonly next: number;
}

/**
 * Makes pipe tables of Pandoc's tables without bars, whose columns a line of dashes shows: of one line a row, or of
 * several with blank lines between rows. Of a cell of several lines the lines stand behind each other.
 *
 * @see https://pandoc.org/MANUAL.html#extension-simple_tables
 * @see https://pandoc.org/MANUAL.html#extension-multiline_tables
 */
export function step(lines: ReadonlyArray<Line>): Line[] {
  if (!lines.some(({ text }) => dashes.test(text))) return [...lines];
  const kinds = kindsOf(lines);
  const isProse = (index: number): boolean => kinds[index] === 'prose';
  const result: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) continue;
    const begins = isProse(at) && isBlank(lines[at - 1]) && !isBlank(line);
    const table = begins ? tableAt(lines, at) : undefined;
    if (table === undefined) {
      result.push(line);
      continue;
    }
    result.push(...asPipes(table, line));
    at = table.end - 1;
  }
  return result;
}

function isBlank(line: Line | undefined): boolean {
  return line === undefined || line.text.trim() === '';
}

function tableAt(lines: ReadonlyArray<Line>, at: number): Typed | undefined {
  const textAt = (index: number): string => lines[index]?.text ?? '';
  if (rule.test(textAt(at))) {
    let shown = at + 1;
    while (!isBlank(lines[shown]) && !dashes.test(textAt(shown))) shown++;
    return dashes.test(textAt(shown)) && shown > at + 1 ? rowsBelow(lines, at + 1, shown, true) : undefined;
  }
  if (dashes.test(textAt(at))) return rowsBelow(lines, at, at, true) ?? rowsBelow(lines, at, at, false);
  return dashes.test(textAt(at + 1)) ? rowsBelow(lines, at, at + 1, false) : undefined;
}

/**
 * @param from the index of the first line of the head, or of the dashes where there is none
 * @param shown the index of the line of dashes that shows the columns
 * @param isClosed whether a line of dashes ends the table, so that blank lines may part its rows; without one a blank
 * line ends it
 */
function rowsBelow(
  lines: ReadonlyArray<Line>,
  from: number,
  shown: number,
  isClosed: boolean,
): Typed | undefined {
  const columns = columnsOf(lines[shown]?.text ?? '');
  const isEnd = (index: number): boolean => {
    const { text = '' } = lines[index] ?? {};
    return (dashes.test(text) || rule.test(text)) && isBlank(lines[index + 1]);
  };
  const head = lines.slice(from, shown);
  const goesOn = (index: number): boolean =>
    index < lines.length && !isEnd(index) && (isClosed || !isBlank(lines[index]));
  let end = shown + 1;
  while (goesOn(end)) {
    // Text that goes over the gaps between columns is no row of a table.
    if (!fits(lines[end]?.text ?? '', columns)) return undefined;
    end++;
  }
  const taken = lines.slice(shown + 1, end);
  const isEnded = isEnd(end);
  if (isClosed && !isEnded) return undefined;
  // Without a head, dashes alone show that it is a table: they are below it as well.
  if (head.length === 0 && !isEnded) return undefined;
  const hasBlanks = taken.some(isBlank);
  const rows = hasBlanks ? groupsOf(taken) : from < shown - 1 ? [taken] : taken.map((line) => [line]);
  return rows.length === 0 || taken.length === 0
    ? undefined
    : { columns, head, rows, end: isEnded ? end + 1 : end };
}

function columnsOf(text: string): Column[] {
  const runs = [...text.matchAll(/-+/g)].map(({ 0: run, index }) => ({
    from: index,
    to: index + run.length,
  }));
  return runs.map((run, index) => ({ ...run, next: runs[index + 1]?.from ?? Infinity }));
}

/** Whether a line has nothing but blanks right before its columns, the first apart. */
function fits(text: string, columns: ReadonlyArray<Column>): boolean {
  return columns.slice(1).every(({ from }) => from > text.length || text.charAt(from - 1).trim() === '');
}

function groupsOf(lines: ReadonlyArray<Line>): Line[][] {
  const groups: Line[][] = [];
  let isOpen = false;
  for (const line of lines) {
    if (isBlank(line)) isOpen = false;
    else if (isOpen) groups.at(-1)?.push(line);
    else {
      groups.push([line]);
      isOpen = true;
    }
  }
  return groups;
}

function asPipes({ columns, head, rows }: Typed, first: Line): Line[] {
  const row = (lines: ReadonlyArray<Line>): string =>
    `| ${columns.map((column) => cellOf(lines, column)).join(' | ')} |`;
  const judged = head.length > 0 ? head : (rows[0] ?? []);
  const marks = columns.map((column) => alignmentOf(judged, column));
  return [
    instead(head[0] ?? first, row(head)),
    instead(first, `| ${marks.join(' | ')} |`),
    ...rows.map((lines) => instead(lines[0] ?? first, row(lines))),
  ];
}

function sliceOf(text: string, { from, next }: Column): string {
  return text.slice(from, next);
}

function cellOf(lines: ReadonlyArray<Line>, column: Column): string {
  return lines
    .map(({ text }) => sliceOf(text, column).trim())
    .filter((part) => part !== '')
    .join(' ')
    .replace(/(?<!\\)\|/g, '\\|');
}

/** How a column is aligned: by the sides on which its head, or its first row, is flush with the dashes. */
function alignmentOf(lines: ReadonlyArray<Line>, column: Column): string {
  const parts = lines.map(({ text }) => sliceOf(text, column)).filter((part) => part.trim() !== '');
  if (parts.length === 0) return '---';
  const width = column.to - column.from;
  const isLeft = parts.some((part) => part.trimEnd() === part.trim());
  const isRight = parts.some((part) => part.trimEnd().length >= width);
  if (isLeft === isRight) return isLeft ? '---' : ':---:';
  return isLeft ? ':---' : '---:';
}
