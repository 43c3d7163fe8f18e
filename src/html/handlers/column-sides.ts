import { toString } from 'mdast-util-to-string';
import type { AlignType, Table } from 'mdast';
import { greatest } from '../../book/long-lists.ts';

/** A number, with its sign, groups of digits, decimals, a unit of money or per cent; or a dash for none. */
const number = /^[-+−–±]?\s?[€$£¥]?\s?\p{Nd}[\p{Nd}.,٫٬'’\u00a0\u202f ]*\s?[%‰€$£¥]?$/u;
const none = /^[-–—−…]?$/u;

/**
 * The side every column of a table is set to: what the author says; else the end of the line for
 * columns of nothing but numbers, whose digits then stand below each other.
 */
export function columnSides({ align, children }: Table): AlignType[] {
  const columns = greatest(children.map((row) => row.children.length));
  const [, ...rows] = children;
  return Array.from({ length: columns }, (_, column): AlignType => {
    const given = align?.[column] ?? null;
    if (given !== null) return given;
    const cells = rows.map((row) => toString(row.children[column]).trim());
    const numeric = cells.some((cell) => number.test(cell));
    return numeric && cells.every((cell) => number.test(cell) || none.test(cell)) ? 'right' : null;
  });
}
