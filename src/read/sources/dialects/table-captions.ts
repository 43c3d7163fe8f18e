import type { StepContext } from './dialect.ts';
import { inPlaceOf, withParagraphs, type Paragraph } from './blocks.ts';
import { instead, isCostly, type Line } from './lines.ts';
import { withWholeRules } from './pipe-rules.ts';

const caption = /^(?:Table)?:[ \t]+(\S.*)$/s;
const named = /[ \t]*\{#([\w:.-]+)[^}]*\}[ \t]*$/;

/**
 * Gives tables the captions that Pandoc reads above or below them, `: Caption {#tbl-x}`, and makes pipe tables of
 * its grid tables.
 *
 * @see https://pandoc.org/MANUAL.html#tables
 */
export function step(lines: ReadonlyArray<Line>, context: StepContext): Line[] {
  const paragraphs = runsOf(withWholeRules(withGrids(lines)));
  const result: Line[] = [];
  for (let at = 0; at < paragraphs.length; at++) {
    const run = paragraphs[at] ?? [];
    const near = [paragraphs[at + 1], paragraphs[at + 2]];
    const isBlank = (near[0] ?? []).every(({ text }) => /^[ \t>]*$/.test(text));
    const other = isBlank ? near[1] : undefined;
    const own = isTable(run) ? splitCaption(run) : undefined;
    if (own?.caption !== undefined) result.push(...captioned(own.table, own.caption, context));
    else if (other !== undefined && isTable(run) && captionIn(other) !== undefined) {
      result.push(...captioned(run, other, context));
      at += 2;
    } else if (
      other !== undefined &&
      captionIn(run) !== undefined &&
      isTable(other) &&
      splitCaption(other).caption === undefined
    ) {
      result.push(...captioned(other, run, context));
      at += 2;
    } else result.push(...run);
  }
  return result;
}

/** Runs of lines of text and of empty ones, in turns. */
function runsOf(lines: ReadonlyArray<Line>): Line[][] {
  const runs: Line[][] = [];
  let wasBlank: boolean | undefined;
  for (const line of lines) {
    const isBlank = /^[ \t>]*$/.test(line.text);
    if (isBlank === wasBlank) runs.at(-1)?.push(line);
    else runs.push([line]);
    wasBlank = isBlank;
  }
  return runs;
}

function isTable(lines: ReadonlyArray<Line>): boolean {
  return lines.some(
    ({ text }) =>
      text.includes('|') &&
      !isCostly(text) &&
      /^[ \t>]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/.test(text),
  );
}

/** A caption that stands right below its table. */
function splitCaption(lines: ReadonlyArray<Line>): { table: Line[]; caption?: Line[] } {
  const at = lines.findIndex(
    ({ text }, index) => index > 1 && caption.test(text.trim()) && !text.trim().startsWith('|'),
  );
  return at === -1 ? { table: [...lines] } : { table: lines.slice(0, at), caption: lines.slice(at) };
}

function captionIn(lines: ReadonlyArray<Line>): string | undefined {
  return caption.exec(lines.map(({ text }) => text.trim()).join(' '))?.[1];
}

function captioned(table: ReadonlyArray<Line>, words: ReadonlyArray<Line>, { book }: StepContext): Line[] {
  const [first] = words;
  const typed = captionIn(words) ?? '';
  const own = named.exec(typed)?.[1] ?? /^\(\\#(tab:[\w.-]+)\)/.exec(typed)?.[1];
  const text = typed
    .replace(named, '')
    .replace(/^\(\\#tab:[\w.-]+\)[ \t]*/, '')
    .replace(/[ \t]*\{[^{}]*\}[ \t]*$/, '');
  const id = own?.replace(/[^\w-]/g, '-');
  if (own !== undefined && id !== undefined) book.labels.set(own, { target: id });
  const [top] = table;
  if (first === undefined || top === undefined) return [...table];
  const indent = /^[ \t>]*/.exec(top.text)?.[0] ?? '';
  const opening = id === undefined ? ':::table{.unnumbered}' : `:::table{#${id}}`;
  return [
    ...inPlaceOf(top, [opening], indent),
    ...inPlaceOf(first, [text, ''], indent),
    ...table,
    ...inPlaceOf(table.at(-1) ?? top, ['', ':::'], indent),
  ];
}

/** The text with its grid tables as pipe tables; of a cell of several lines the lines stand behind each other. */
function withGrids(lines: ReadonlyArray<Line>): Line[] {
  return withParagraphs(lines, (paragraph) => gridOf(paragraph));
}

function gridOf({ lines, texts, indent }: Paragraph): Line[] | undefined {
  const end = texts.findLastIndex((text) => /^\+[-=:+]+\+[ \t]*$/.test(text));
  if (end < 2 || !/^\+(?:[-:]{2,}\+)+[ \t]*$/.test(texts[0] ?? '')) return undefined;
  const borders = [...(texts[0] ?? '').matchAll(/\+/g)].map(({ index }) => index);
  const rows: Array<{ cells: string[]; line: Line; isHead: boolean }> = [];
  let cells: string[] | undefined;
  for (const [index, text] of texts.slice(0, end + 1).entries()) {
    const line = lines[index];
    if (line === undefined) continue;
    if (/^\+[-=:+]+\+[ \t]*$/.test(text)) {
      if (cells !== undefined) rows.push({ cells, line, isHead: text.includes('=') });
      cells = undefined;
    } else if (text.startsWith('|')) {
      const parts = borders.slice(1).map((to, column) =>
        text
          .slice((borders[column] ?? 0) + 1, to)
          .trim()
          .replaceAll('|', '\\|'),
      );
      cells =
        cells === undefined ? parts : cells.map((cell, column) => `${cell} ${parts[column] ?? ''}`.trim());
    } else return undefined;
  }
  const head = rows.some(({ isHead }) => isHead) ? rows.findIndex(({ isHead }) => isHead) : -1;
  const [top] = lines;
  if (top === undefined || rows.length === 0) return undefined;
  const empty = borders.slice(1).map(() => '');
  const titles = head === -1 ? { cells: empty, line: top } : rows[head];
  const rule = borders.slice(1).map(() => '---');
  const written = [titles, { cells: rule, line: top }, ...rows.slice(head + 1)];
  const table = written.flatMap((row) =>
    row === undefined ? [] : [instead(row.line, `${indent}| ${row.cells.join(' | ')} |`)],
  );
  return [...table, ...lines.slice(end + 1)];
}
