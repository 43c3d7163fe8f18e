import { instead, type Line } from './lines.ts';
import { cellsIn } from './pipe-rules.ts';

/**
 * The line below the head of a table, which kramdown takes for one however few columns it shows, `|-`, with as many as
 * the head has.
 *
 * @see https://kramdown.gettalong.org/syntax.html#tables
 */
export function withTableLines(lines: ReadonlyArray<Line>): Line[] {
  return lines.map((line, index) => {
    const head = lines[index - 1]?.text ?? '';
    if (!/^[ \t]*\|[-:| \t]*-[-:| \t]*$/.test(line.text) || !/^[ \t]*\|.*\|/.test(head)) return line;
    if (cellsIn(line.text) >= cellsIn(head) || (lines[index - 2]?.text ?? '').includes('|')) return line;
    const indent = /^[ \t]*/.exec(line.text)?.[0] ?? '';
    return instead(line, `${indent}|${'---|'.repeat(cellsIn(head))}`);
  });
}
