import { blockNameOf } from '../directives/block-name.ts';
import { isPageBreak } from '../directives/page-break-line.ts';
import { fenceBehind } from './paragraph-scan.ts';

/** A line that begins or ends code, or a block between colons. */
const fences = /^([ \t>]*)(?:(`{3,}|~{3,})|(:{3,})[ \t]*([^\r\n]*))/gm;

/** What follows the colons that open a block: its name, words in brackets, attributes, perhaps more colons. */
const opening = /^(?:[\p{L}][\p{L}\p{N}_-]*(?:\[.*\])?(?:\{.*\})?|\{.*\})[ \t]*:*[ \t]*$/u;

/**
 * Where a block between colons is opened within more than so many others, found without reading Markdown: the
 * time to read blocks grows with the cube of their depth.
 *
 * @param source any text
 * @param most blocks, one within the other
 * @returns an offset in code units
 */
export function tooDeepBlock(source: string, most: number): number | undefined {
  if (!source.includes(':::')) return undefined;
  const open: Array<{ readonly colons: number; readonly quoted: boolean }> = [];
  let code: string | undefined;
  for (const { index, 1: before = '', 2: marker, 3: colons = '', 4: rest = '' } of source.matchAll(fences)) {
    if (marker !== undefined) code = fenceBehind(code, marker);
    if (code !== undefined || marker !== undefined) continue;
    const quoted = before.includes('>');
    if (!quoted) while (open.at(-1)?.quoted === true) open.pop();
    if (rest.trim() === '') close(open, colons.length);
    else if (opens(rest) && open.push({ colons: colons.length, quoted }) > most) return index + before.length;
  }
  return undefined;
}

/** The outermost block ends that has no more colons, and all within it. */
function close(open: Array<{ readonly colons: number }>, colons: number): void {
  const ended = open.findIndex((block) => block.colons <= colons);
  if (ended >= 0) open.length = ended;
}

function opens(rest: string): boolean {
  const name = /^[\p{L}\p{N}_-]*/u.exec(rest)?.[0] ?? '';
  return !isPageBreak(name) && (opening.test(rest) || blockNameOf(name) !== undefined);
}
